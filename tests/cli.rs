//! The program from outside: arguments, inputs, outputs and exit codes.
