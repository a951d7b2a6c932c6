"""Where the time goes, as a picture: ``python -m vedette.evaluation.speed.flame FILE.svg``."""
