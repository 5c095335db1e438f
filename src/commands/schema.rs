//! `jianbao schema`.

use std::io::Write;
use std::process::ExitCode;

/// Prints the JSON Schema of the record.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let schema = serde_json::to_string_pretty(&jianbao::schema::record_schema())?;
    writeln!(std::io::stdout(), "{schema}")?;
    Ok(ExitCode::SUCCESS)
}
