"""Knowledge as data: kinds of event, countries, cities, offices, organisations, persons; one loader each."""

from communique.codebook._body import Body, BodyKind, bodies
from communique.codebook._city import City, cities
from communique.codebook._country import Ambiguity, Country, FormerName, ambiguous_names, countries
from communique.codebook._given_names import Gender, GivenNames, given_names
from communique.codebook._kinds import (
    Codebook,
    Example,
    Kind,
    StatusCue,
    TopicEntry,
    VerbTrigger,
    channels,
    classes,
    codebook,
    status_cues,
    topics,
    word_classes,
)
from communique.codebook._office import LEADING_RANKS, Office, OfficeModifier, office_modifiers, offices, ranks
from communique.codebook._organisation import Organisation, OrganisationKind, organisations
from communique.codebook._person import Person, Tenure, persons
from communique.codebook._sayings import Complement, Saying, SayingExample, Sayings, sayings
from communique.codebook._schemes import Schemes, schemes
from communique.codebook._units import Currency, FigureExample, Measure, Units, units

__all__ = [
    "LEADING_RANKS",
    "Ambiguity",
    "Body",
    "BodyKind",
    "City",
    "Codebook",
    "Complement",
    "Country",
    "Currency",
    "Example",
    "FigureExample",
    "FormerName",
    "Gender",
    "GivenNames",
    "Kind",
    "Measure",
    "Office",
    "OfficeModifier",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Saying",
    "SayingExample",
    "Sayings",
    "Schemes",
    "StatusCue",
    "Tenure",
    "TopicEntry",
    "Units",
    "VerbTrigger",
    "ambiguous_names",
    "bodies",
    "channels",
    "cities",
    "classes",
    "codebook",
    "countries",
    "given_names",
    "office_modifiers",
    "offices",
    "organisations",
    "persons",
    "ranks",
    "sayings",
    "schemes",
    "status_cues",
    "topics",
    "units",
    "word_classes",
]
