//! The JSON Schema of the record.

use crate::record::Record;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::Value;

/// The JSON Schema (draft 2020-12) of one line of output: every key required, unknown scalars `null`, no other keys.
/// `rule`, which mentions carry with `--explain`, is the one key that may be absent.
///
/// ```
/// let schema = jianbao::schema::record_schema();
/// assert_eq!(schema.get("title").unwrap(), "Record");
/// ```
pub fn record_schema() -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record>();
    RecursiveTransform(close).transform(&mut schema);
    schema
}

/// Forbids keys beside an object's own.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
}
