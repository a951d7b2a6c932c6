"""The nouns of Vedette: frozen, typed, without input or output.

Every other room imports these and nothing of one another. Standard library
only. One file for each noun; this page names them all.
"""

from vedette.model.admiralty import DIGITS, LETTERS, admiralty_code, reliability_letter
from vedette.model.attribution import Attribution, LinkKind
from vedette.model.bodies import Bodies
from vedette.model.claim import (
    ActorMention,
    ActorRole,
    Claim,
    EquipmentMention,
    EvidenceKind,
    Factuality,
    PlaceMention,
    PlaceRole,
    QuantityMention,
    Section,
    Stage,
)
from vedette.model.correction import AppliedCorrection, CorrectedField, FieldValue, Finding
from vedette.model.event import Conflict, ConflictValue, Event, Grade, Origin, StageChange, Support, Update, UpdateStep
from vedette.model.event_type import EVENT_TYPES, EventType, TypeDefinition, type_definition
from vedette.model.folding import fold
from vedette.model.identity import content_id
from vedette.model.judgement import Correction, Decision, Judgement, Override, Rating, Undo, Verdict
from vedette.model.knowledge import (
    Gazetteer,
    Knowledge,
    KnownActor,
    KnownBody,
    KnownEquipment,
    KnownExercise,
    KnownHolder,
    KnownOutlet,
)
from vedette.model.period import Period, Precision
from vedette.model.place import Place, PlaceKind, distance_km, kilometres
from vedette.model.quarantine import QuarantinedInput
from vedette.model.read_report import ReadReport
from vedette.model.report import FieldSource, Report
from vedette.model.situation import EarlierEdition, EditionFigure, Situation, SituationKind
from vedette.model.span import Span
from vedette.model.watched import Feed, FeedKind, PageRules
from vedette.model.watched_place import WatchedPlace

__all__ = [
    "ActorMention", "ActorRole", "AppliedCorrection", "Attribution", "Bodies", "Claim", "Conflict", "ConflictValue",
    "CorrectedField", "Correction", "DIGITS", "Decision", "EVENT_TYPES", "EarlierEdition", "EditionFigure",
    "EquipmentMention", "Event", "EventType", "EvidenceKind", "Factuality", "Feed", "FeedKind", "FieldSource",
    "FieldValue", "Finding", "Gazetteer", "Grade", "Judgement", "Knowledge", "KnownActor", "KnownBody",
    "KnownEquipment", "KnownExercise", "KnownHolder", "KnownOutlet", "LETTERS", "LinkKind", "Origin", "Override",
    "PageRules", "Period", "Place", "PlaceKind", "PlaceMention", "PlaceRole", "Precision", "QuantityMention",
    "QuarantinedInput", "Rating", "ReadReport", "Report", "Section", "Situation", "SituationKind", "Span", "Stage",
    "StageChange", "Support", "TypeDefinition", "Undo", "Update", "UpdateStep", "Verdict", "WatchedPlace",
    "admiralty_code", "content_id", "distance_km", "fold", "kilometres", "reliability_letter", "type_definition",
]
