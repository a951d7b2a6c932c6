"""How fast Vedette is, beside other programs on the same texts: ``python -m vedette.evaluation.speed``."""
