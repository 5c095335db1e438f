//! A row: one article with what is known of it, under keys that the user may rename.

use super::{entity, tag};
use crate::Published;
use crate::split::Article;
use std::borrow::Cow;

/// The fields of a row, in the order of [`FieldMap`]'s keys. A record has them under the same names.
pub(super) const FIELDS: [&str; 7] = ["id", "headline", "text", "published", "newspaper", "page", "section"];
pub(super) const TEXT: usize = 2;

/// Which key of a row holds which field.
///
/// ```
/// use jianbao::read::row::FieldMap;
/// let mut fields = FieldMap::default();
/// fields.set("text", "content").unwrap();
/// assert!(fields.set("txt", "content").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMap {
    keys: [String; FIELDS.len()],
}

impl Default for FieldMap {
    /// Each field under its own name.
    fn default() -> Self {
        FieldMap { keys: FIELDS.map(str::to_owned) }
    }
}

impl FieldMap {
    /// Reads `field` from `key`.
    ///
    /// # Errors
    ///
    /// There is no such field; the message lists those there are.
    pub fn set(&mut self, field: &str, key: &str) -> Result<(), String> {
        match FIELDS.iter().position(|&f| f == field) {
            Some(at) => {
                key.clone_into(&mut self.keys[at]);
                Ok(())
            }
            None => Err(format!("no field `{field}`; the fields are {}", FIELDS.join(", "))),
        }
    }

    /// The field of a key.
    pub(super) fn field(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|k| k == key)
    }

    /// The key of the text.
    pub(super) fn text(&self) -> &str {
        &self.keys[TEXT]
    }
}

/// What a row says, as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row<'a> {
    pub(super) values: [Option<Cow<'a, str>>; FIELDS.len()],
    /// What of the row had to be left out, and why.
    pub(super) problems: Vec<String>,
}

impl<'a> Row<'a> {
    /// A row of known values, in the order of [`FIELDS`].
    pub(super) fn new(values: [Option<Cow<'a, str>>; FIELDS.len()]) -> Self {
        Row { values, problems: Vec::new() }
    }

    /// Whether a value bears the mark of bytes that could not be decoded.
    pub(super) fn has_damage(&self) -> bool {
        self.values.iter().flatten().any(|value| value.contains('\u{FFFD}'))
    }

    /// The article, the `number`-th of its input; and what of the row had to be left out.
    pub fn into_article(self, number: usize) -> (Article, Vec<String>) {
        let Row { values: [id, headline, text, published, newspaper, page, section], mut problems } = self;
        let known = |value: Option<Cow<str>>| value.filter(|v| !v.trim().is_empty()).map(Cow::into_owned);
        let headline = headline.as_deref().map(one_line);
        let text = entity::clean(text.as_deref().unwrap_or_default());
        let mut article = Article::from_row(headline.as_deref(), &tag::clean(&text).text);
        article.number = number;
        article.id = known(id);
        article.published = known(published);
        let printed = |value: Option<Cow<str>>| match value {
            Some(value) if value.contains(['<', '&']) => known(Some(one_line(&value).into())),
            value => known(value),
        };
        article.newspaper = printed(newspaper);
        article.page = printed(page);
        article.section = printed(section);
        if let Some(text) = article.published.as_deref().filter(|p| Published::parse(p).is_none()) {
            problems.push(format!("`published` is not a date: {text:?}; write it as 2022-10-31"));
        }
        (article, problems)
    }
}

/// A value on one line, without the tags and character references that crawls leave in it.
fn one_line(value: &str) -> String {
    let value = entity::clean(value);
    let value = tag::clean(&value);
    let parts = value.text.split('\n').map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::json::parse;

    fn article(line: &str) -> (Article, Vec<String>) {
        parse(line, &FieldMap::default()).unwrap().into_article(3)
    }

    #[test]
    fn character_references_are_read() {
        let (article, _) =
            article(r#"{"text": "柳荫&nbsp;社区&amp;ldquo;", "headline": "清理&middot;河道"}"#);
        assert_eq!(article.text, "清理·河道\n柳荫 社区“");
    }

    #[test]
    fn tags_are_lines() {
        let (article, _) =
            article(r#"{"text": "<p>柳荫<b>社区</b></p>&lt;br/&gt;居民", "headline": "清理<br>河道"}"#);
        assert_eq!(article.text, "清理 河道\n柳荫社区\n居民");
    }

    #[test]
    fn unknown_fields_are_null() {
        let (article, problems) = article(r#"{"text": "", "id": null, "page": " ", "headline": ""}"#);
        assert_eq!((article, problems), (Article { number: 3, ..Article::default() }, Vec::new()));
    }

    #[test]
    fn keys_are_renamed() {
        let mut fields = FieldMap::default();
        fields.set("text", "content").unwrap();
        fields.set("published", "time").unwrap();
        let row = parse(r#"{"content": "甲", "text": 5, "time": "2022-10-31", "published": "no"}"#, &fields)
            .unwrap();
        let (article, problems) = row.into_article(1);
        assert_eq!(article.text, "甲");
        assert_eq!((article.published.as_deref(), problems.len()), (Some("2022-10-31"), 0));
        assert!(parse(r#"{"text": "甲"}"#, &fields).unwrap_err().contains("no `content`"));
    }

    #[test]
    fn what_is_left_out_is_told() {
        let (_, problems) = article(r#"{"text": "甲", "published": "去年", "page": [1], "section": true}"#);
        assert_eq!(problems.len(), 3);
        assert!(problems[2].contains("`published` is not a date: \"去年\""), "{problems:?}");
    }
}
