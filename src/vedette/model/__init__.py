"""The nouns of Vedette: frozen, typed, without input or output.

Every other room imports these and nothing of one another. Standard library
only. One file for each noun; this page names them all.
"""

from vedette.model.admiralty import DIGITS, LETTERS, admiralty_code, reliability_letter
from vedette.model.assessment import Assessment, Change, Confidence, ConfidenceReason, Effect, LevelReason, Trend
from vedette.model.attribution import Attribution, LinkKind
from vedette.model.bodies import Bodies
from vedette.model.claim import (
    TAKING_PART,
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
from vedette.model.coverage import Coverage, OutletCoverage, SourceState
from vedette.model.event import Conflict, ConflictValue, Event, Grade, Origin, StageChange, Support, Update, UpdateStep
from vedette.model.event_matcher import ActorFilter, EventMatcher, FigureFilter
from vedette.model.event_type import EVENT_TYPES, EventType, TypeDefinition, type_definition
from vedette.model.folding import fold
from vedette.model.identity import content_id
from vedette.model.indicator import (
    AbsenceRule,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EditionsRule,
    FigureRule,
    HealthRule,
    Indicator,
    IndicatorKind,
    OrderRule,
    RhythmRule,
    Rule,
    SeenBy,
    SumRule,
)
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
from vedette.model.match import Match, Telling
from vedette.model.measure import Measure, MeasureState, Reason, ReasonKind
from vedette.model.period import Period, Precision
from vedette.model.place import Place, PlaceKind, distance_km, kilometres
from vedette.model.polygon import Polygon
from vedette.model.quarantine import QuarantinedInput
from vedette.model.read_report import ReadReport
from vedette.model.report import FieldSource, Report
from vedette.model.scenario import LevelRule, Likelihood, Scenario
from vedette.model.situation import EarlierEdition, EditionFigure, Situation, SituationKind
from vedette.model.span import Span
from vedette.model.voices import counted_as, independent, one_of, who_may_be
from vedette.model.watched import Feed, FeedKind, PageRules
from vedette.model.watched_place import WatchedPlace

__all__ = [
    "AbsenceRule", "ActorFilter", "ActorMention", "ActorRole", "AllRule", "AnyRule", "AppliedCorrection",
    "Assessment", "Attribution", "BaselineRule", "Bodies", "Change", "Claim", "Confidence", "ConfidenceReason",
    "Conflict", "ConflictValue", "CorrectedField", "Correction", "CountRule", "Coverage", "DIGITS", "Decision",
    "EVENT_TYPES", "EarlierEdition", "EditionFigure", "EditionsRule", "Effect", "EquipmentMention", "Event",
    "EventMatcher", "EventType", "EvidenceKind", "Factuality", "Feed", "FeedKind", "FieldSource", "FieldValue",
    "FigureFilter", "FigureRule", "Finding", "Gazetteer", "Grade", "HealthRule", "Indicator", "IndicatorKind",
    "Judgement", "Knowledge", "KnownActor", "KnownBody", "KnownEquipment", "KnownExercise", "KnownHolder",
    "KnownOutlet", "LETTERS", "LevelReason", "LevelRule", "Likelihood", "LinkKind", "Match", "Measure",
    "MeasureState", "OrderRule", "Origin", "OutletCoverage", "Override", "PageRules", "Period", "Place",
    "PlaceKind", "PlaceMention", "PlaceRole", "Polygon", "Precision", "QuantityMention", "QuarantinedInput",
    "Rating", "ReadReport", "Reason", "ReasonKind", "Report", "RhythmRule", "Rule", "Scenario", "Section", "SeenBy",
    "Situation", "SituationKind", "SourceState", "Span", "Stage", "StageChange", "SumRule", "Support", "TAKING_PART",
    "Telling",
    "Trend", "TypeDefinition", "Undo", "Update", "UpdateStep", "Verdict", "WatchedPlace", "admiralty_code",
    "content_id", "counted_as", "distance_km", "fold", "independent", "kilometres", "one_of", "reliability_letter",
    "type_definition", "who_may_be",
]
