//! The wire types: what one output line says, and nothing else.
//!
//! Every key is always present: an unknown scalar is `null`, an absent list `[]`. Key order is the order below.
//! All spans are characters of the record's own `text`.

use crate::{Decimal, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The name of the rule that found a mention; printed with `--explain` only.
pub type RuleName = Cow<'static, str>;

/// What a mention says of itself: a text that needs no room of its own up to 24 bytes, as nearly all are.
pub type ShortText = compact_str::CompactString;

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// `<path>#<n>`, or a row's own id.
    pub id: String,
    /// Hash of `text` in hex: equal digests are the same article printed twice.
    pub digest: String,
    /// Where the article was read.
    pub source: Source,
    /// The newspaper's name.
    pub newspaper: Option<String>,
    /// The page's label as printed (`A07`, `第3版`).
    pub page: Option<String>,
    /// ISO date or date-time that relative dates are resolved against.
    pub published: Option<String>,
    /// The column heading that the article stands under.
    pub section: Option<String>,
    /// The headline as printed, kicker and deck included, parts joined by one space.
    pub headline: Option<String>,
    /// Crossheads inside the body.
    pub subheads: Vec<String>,
    /// The whole article, headline first, a paragraph a line.
    pub text: String,
    /// The lead marker.
    pub dateline: Option<Dateline>,
    /// Who signed or supplied the article.
    pub correspondents: Vec<Correspondent>,
    /// Grass-roots divisions named in the article.
    pub communities: Vec<Community>,
    /// Time expressions, in text order.
    pub dates: Vec<Date>,
    /// Quantities, in text order.
    pub counts: Vec<Count>,
    /// Persons named with what they are.
    pub people: Vec<Person>,
    /// Named bodies.
    pub organizations: Vec<Organization>,
    /// Events: who held what, when, where.
    pub activities: Vec<Activity>,
    /// Titles in 《》 and named projects in quotation marks.
    pub works: Vec<Work>,
}

/// Where an article was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The input's path as given; `-` for standard input.
    pub path: String,
    /// The article's number in the input, from 1.
    pub article: usize,
    /// First and last line in the decoded input, from 1; `null` for rows.
    pub lines: Option<(usize, usize)>,
}

macro_rules! mention {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// The rule that found the mention, with `--explain`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub rule: Option<RuleName>,
        }
    };
}

mention! {
    /// A lead marker: `晚报讯`, `本报讯(记者 …)`, `新华社北京10月30日电`.
    Dateline {
        /// As printed, without the byline in brackets: `晚报讯`, `新华社北京10月30日电`.
        marker: String,
        /// The news agency, where one is named.
        agency: Option<String>,
        /// The place, where one is named.
        place: Option<String>,
        /// ISO date, where one is named.
        date: Option<String>,
        /// The marker's place.
        span: Span,
    }
}

mention! {
    /// A person or institution that signed or supplied the article.
    Correspondent {
        /// Without spaces that only justify a line.
        name: String,
        /// As printed, without the outlet; `null` for a bare signature.
        role: Option<String>,
        /// What the role amounts to.
        kind: CorrespondentKind,
        /// `本报`, `晚报`, `新华社`…, where printed with the role.
        outlet: Option<String>,
        /// The printed form that the name was read from.
        span: Span,
    }
}

/// What a correspondent's role amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum CorrespondentKind {
    Reporter,
    Correspondent,
    Photographer,
    Intern,
    /// A bare signature, or 作者.
    Author,
    Agency,
}

mention! {
    /// A grass-roots division, one entry an article.
    Community {
        /// The division's own name, suffix included.
        name: String,
        /// Level 5 or level 4 of the official register.
        level: CommunityLevel,
        /// Full name; `null` where neither text nor register tells.
        province: Option<String>,
        /// Full name; repeats the province for the four municipalities.
        prefecture: Option<String>,
        /// Full name; an economic zone as printed.
        county: Option<String>,
        /// Full name of the township above a community.
        township: Option<String>,
        /// Twelve digits, where the register settles it to one unit.
        code: Option<String>,
        /// With `--explain`: the divisions that a name without a code may mean, at most twenty, each as code and full name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        candidates: Vec<String>,
        /// Every place where it is named.
        spans: Vec<Span>,
    }
}

/// The level of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CommunityLevel {
    /// 社区, 村, 居委会, 嘎查.
    Community,
    /// 街道, 镇, 乡, 苏木.
    Township,
}

mention! {
    /// A time expression after TIMEX3, with its resolved interval.
    Date {
        /// The expression as printed.
        text: ShortText,
        /// DATE, TIME, DURATION or SET.
        r#type: DateType,
        /// TIMEX3 value with EDTF unknown parts.
        value: ShortText,
        /// `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `MORE_THAN`, `LESS_THAN`.
        r#mod: Option<Modifier>,
        /// First day covered (ISO), or date-time for a clock reading.
        start: Option<ShortText>,
        /// Last day covered, included.
        end: Option<ShortText>,
        /// Its place.
        span: Span,
    }
}

/// The type of a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateType {
    /// A day or longer.
    Date,
    /// A part of a day, or finer.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// How a time or a number is qualified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
}

mention! {
    /// A quantity.
    Count {
        /// From the approximator through the unit and a trailing approximator; the noun is not part of it.
        text: ShortText,
        /// What sort of quantity.
        kind: CountKind,
        /// The number multiplied out.
        value: Option<Decimal>,
        /// Upper end of a range.
        max: Option<Decimal>,
        /// `APPROX`, `MORE_THAN`, `LESS_THAN`, `AT_LEAST`, `AT_MOST`.
        r#mod: Option<Modifier>,
        /// Classifier or unit as printed; scale words are in the value.
        unit: Option<Cow<'static, str>>,
        /// The head noun phrase counted.
        noun: Option<ShortText>,
        /// Its place.
        span: Span,
    }
}

/// The sort of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CountKind {
    /// Classifier or countable noun.
    Count,
    /// An amount of money.
    Money,
    /// Percent, tenths, fractions, multiples.
    Percent,
    /// Length, area, volume, mass, temperature, energy.
    Measure,
    /// 岁, 周岁.
    Age,
}

mention! {
    /// A person named in the body.
    Person {
        /// The full name.
        name: String,
        /// As printed next to the name, split at 、.
        titles: Vec<String>,
        /// Every place where the person is named.
        spans: Vec<Span>,
    }
}

mention! {
    /// A named body.
    Organization {
        /// As printed.
        name: String,
        /// Every place where it is named.
        spans: Vec<Span>,
    }
}

mention! {
    /// What was held.
    Activity {
        /// As printed after the verb.
        name: String,
        /// Who held it.
        organizers: Vec<String>,
        /// The `value`s of the dates that stand with it.
        dates: Vec<ShortText>,
        /// Where the sentence says it.
        place: Option<String>,
        /// The name's place.
        span: Span,
    }
}

mention! {
    /// A law, other title or named project.
    Work {
        /// Without its marks.
        name: String,
        /// What it is.
        kind: WorkKind,
        /// The name's place, without its marks.
        span: Span,
    }
}

/// What a work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WorkKind {
    /// 《…法》, 条例, 规定.
    Law,
    /// Any other title in 《》.
    Work,
    /// A name in quotation marks that the text treats as a name.
    Project,
}
