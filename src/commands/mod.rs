//! One file a subcommand: each turns its arguments into calls of the library and the outcome into an exit code.

pub(crate) mod division;
pub(crate) mod eval;
pub(crate) mod explain;
pub(crate) mod extract;
mod interrupt;
mod progress;
mod report;
pub(crate) mod schema;
pub(crate) mod split;

/// Whether a command stopped because nobody reads its output any more (`jianbao … | head`).
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// An error with its causes, none said twice.
pub(crate) fn message(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        // Without the number that the system adds.
        if !text.contains(cause.split(" (os error").next().unwrap_or(&cause)) {
            text += &format!(": {cause}");
        }
    }
    text
}
