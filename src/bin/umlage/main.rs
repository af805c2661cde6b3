//! umlage, the command.

fn main() {}
