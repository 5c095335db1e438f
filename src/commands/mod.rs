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

/// An error with its causes, none said twice, without the numbers that the system adds.
pub(crate) fn message(error: &anyhow::Error) -> String {
    // What names no file was writing what was found.
    let mut text = if error.is::<std::io::Error>() { "standard output".to_owned() } else { String::new() };
    for cause in error.chain().map(ToString::to_string) {
        let cause = cause.split(" (os error").next().unwrap_or_default();
        if !text.contains(cause) {
            text += if text.is_empty() { "" } else { ": " };
            text += cause;
        }
    }
    text
}
