//! Which keys of a field's mentions are judged, and how.

/// A field of the record as the evaluator judges it.
#[derive(Debug)]
pub struct Field {
    /// The record's key.
    pub name: &'static str,
    /// The keys that a strict match compares. The first is the surface (or name): all that a loose match compares.
    pub keys: &'static [&'static str],
    /// The keys whose accuracy is counted on strictly matched mentions.
    pub attributes: &'static [&'static str],
    /// Whether a mention is the field's surface to the letter, so that its span must hold exactly that.
    pub verbatim: bool,
    /// Whether one entry stands for all the mentions of a name in the article.
    pub by_name: bool,
}

/// Every judged field, in the record's order.
pub const FIELDS: [Field; 8] = [
    Field {
        name: "correspondents",
        keys: &["name", "role"],
        attributes: &["kind", "outlet"],
        verbatim: false,
        by_name: true,
    },
    Field {
        name: "communities",
        keys: &["name", "level"],
        attributes: &["province", "prefecture", "county", "township", "code"],
        verbatim: false,
        by_name: true,
    },
    Field {
        name: "dates",
        keys: &["text", "type", "value", "mod"],
        attributes: &["start", "end"],
        verbatim: true,
        by_name: false,
    },
    Field {
        name: "counts",
        keys: &["text", "value", "max", "unit", "mod"],
        attributes: &["noun", "kind"],
        verbatim: true,
        by_name: false,
    },
    Field { name: "people", keys: &["name", "titles"], attributes: &[], verbatim: false, by_name: true },
    Field { name: "organizations", keys: &["name"], attributes: &[], verbatim: false, by_name: true },
    Field {
        name: "activities",
        keys: &["name"],
        attributes: &["organizers", "dates"],
        verbatim: false,
        by_name: false,
    },
    Field { name: "works", keys: &["name", "kind"], attributes: &[], verbatim: false, by_name: false },
];

impl Field {
    /// The field of that name.
    ///
    /// ```
    /// assert_eq!(jianbao::eval::Field::named("dates").unwrap().surface(), "text");
    /// ```
    pub fn named(name: &str) -> Option<&'static Field> {
        FIELDS.iter().find(|f| f.name == name)
    }

    /// The key that holds a mention's surface or name.
    pub fn surface(&self) -> &'static str {
        self.keys[0]
    }

    /// Whether a gold `null` of an attribute says that it must be unknown, rather than that nobody looked.
    pub fn judges_null(attribute: &str) -> bool {
        matches!(attribute, "start" | "end" | "noun" | "outlet")
    }
}
