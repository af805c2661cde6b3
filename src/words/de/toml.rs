//! German sentences for [`TomlFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::finding::TomlFault;
use crate::finding::toml::{Form, Kind, Syntax};
use crate::words::Sentence;
use crate::words::lists::listed;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TomlFault) -> Sentence {
    match fault {
        TomlFault::NotUtf8 { byte, meant, more } => not_utf8(*byte, *meant, *more),
        TomlFault::Syntax(syntax) => self::syntax(syntax),
        TomlFault::UnknownKey { table, key, nearest, known } => {
            unknown_key(table, key, nearest.as_deref(), known)
        }
        TomlFault::Missing { table, key, example } => Sentence::new(
            format!("In {} fehlt `{key}`.", place(table)),
            format!("Ergänzen Sie zum Beispiel: {example}"),
        ),
        TomlFault::WrongKind { key, expected, found, spelling } => Sentence::new(
            format!("`{key}`: erwartet wird {}, gefunden wurde {}.", kind(*expected), kind(*found)),
            spelling.as_ref().map_or_else(|| form_of(*expected), |it| write(it)),
        ),
        TomlFault::NotExact { key, written, spelling } => not_exact(key, written, spelling.as_deref()),
        TomlFault::NotPlain { key, expected, written, spelling } => Sentence::new(
            format!("`{key}`: erwartet wird {}, gefunden wurde `{written}`.", kind(*expected)),
            spelling.as_ref().map_or_else(|| form_of(*expected), |it| write(it)),
        ),
        TomlFault::NotAllowed { key, written, allowed, nearest } => {
            not_allowed(key, written, allowed, nearest.as_deref())
        }
        TomlFault::BadId { id, spelling } => Sentence::new(
            format!("Die Kennung `{id}` enthält andere Zeichen als Kleinbuchstaben a–z, Ziffern und `-`."),
            spelling.as_ref().map_or_else(
                || "Wählen Sie eine Kennung wie `saarpfalz`; der volle Name steht in `name`.".to_owned(),
                |it| format!("Schreiben Sie hier und überall, wo sie genannt wird, `{it}`."),
            ),
        ),
        TomlFault::OutOfRange { key, written, least, most } => Sentence::new(
            format!("`{key}` liegt mit {written} außerhalb des Möglichen."),
            match most {
                Some(most) => format!("Möglich ist {least} bis {most}."),
                None => format!("Möglich ist {least} oder mehr."),
            },
        ),
        TomlFault::Empty { key } => Sentence::new(
            format!("`{key}` ist leer."),
            "Tragen Sie etwas ein, oder löschen Sie den Eintrag.".to_owned(),
        ),
        TomlFault::Malformed { key, form, written, spelling } => {
            malformed(key, *form, written, spelling.as_deref())
        }
    }
}

fn not_exact(key: &str, written: &str, spelling: Option<&str>) -> Sentence {
    Sentence::new(
        format!("`{key}` ist als Gleitkommazahl {written} geschrieben; solche Zahlen sind nicht exakt."),
        spelling.map_or_else(
            || "Setzen Sie die Zahl in Anführungszeichen, mit Dezimalpunkt: \"15000.00\"".to_owned(),
            |it| format!("Setzen Sie die Zahl in Anführungszeichen: {it}"),
        ),
    )
}

fn unknown_key(table: &str, key: &str, nearest: Option<&str>, known: &[String]) -> Sentence {
    Sentence::new(
        format!("`{key}` ist in {} unbekannt.", place(table)),
        nearest.map_or_else(|| format!("Möglich sind hier {}.", listed(known, "und")), meant),
    )
}

fn not_allowed(key: &str, written: &str, allowed: &[String], nearest: Option<&str>) -> Sentence {
    Sentence::new(
        format!("`{key}` kann nicht `{written}` sein; möglich ist nur {}.", listed(allowed, "oder")),
        nearest.map_or_else(|| "Wählen Sie einen der möglichen Werte.".to_owned(), meant),
    )
}

fn meant(near: &str) -> String {
    format!("Gemeint ist wohl `{near}`.")
}

fn not_utf8(byte: u8, meant: char, more: usize) -> Sentence {
    let letter = if meant == '?' { String::new() } else { format!(", vermutlich `{meant}`") };
    let rest = match more {
        0 => String::new(),
        1 => " Ein weiteres solches Byte folgt.".to_owned(),
        more => format!(" {more} weitere solche Bytes folgen."),
    };
    Sentence::new(
        format!("Die Datei ist nicht in UTF-8 gespeichert: Hier steht das Byte 0x{byte:02X}{letter}.{rest}"),
        "Speichern Sie die Datei im Editor mit der Codierung UTF-8.",
    )
}

fn syntax(syntax: &Syntax) -> Sentence {
    let (message, help) = match syntax {
        Syntax::Duplicate => (
            "Dieser Eintrag steht in derselben Tabelle schon einmal.",
            "Löschen Sie einen der beiden Einträge, oder benennen Sie ihn um.",
        ),
        Syntax::Value { written, spelling } => return value(written, spelling.as_deref()),
        Syntax::Rest => (
            "Der Wert ist hier zu Ende, aber die Zeile geht weiter.",
            "Schreiben Sie je Zeile einen Eintrag; eine Anmerkung beginnt mit `#`.",
        ),
        Syntax::Date => (
            "Dieses Datum gibt es nicht oder es ist unvollständig.",
            "Schreiben Sie Jahr-Monat-Tag ohne Anführungszeichen: 2014-05-19",
        ),
        Syntax::Unclosed => (
            "Hier fehlt das schließende Zeichen: ein Anführungszeichen oder eine Klammer.",
            "Ergänzen Sie das Zeichen, das zum öffnenden gehört: `\"`, `]` oder `}`.",
        ),
        Syntax::NoValue => (
            "Auf diesen Namen folgt kein Wert.",
            "Schreiben Sie name = \"Wert\", oder setzen Sie `#` vor eine Anmerkung.",
        ),
        Syntax::Key => (
            "Dieser Name enthält Zeichen, die ohne Anführungszeichen nicht erlaubt sind.",
            "Erlaubt sind Buchstaben a–z, Ziffern, `_` und `-`; Kennungen haben keine Umlaute. Ein Eigenanteil steht in \
             Anführungszeichen: \"own:kreis\".",
        ),
        Syntax::Comma => (
            "Hier fehlt ein Komma, oder es steht eines zu viel.",
            "Trennen Sie die Werte einer Liste oder die Einträge einer Tabelle mit je einem Komma.",
        ),
        Syntax::Escape => (
            "Ein Rückstrich `\\` hat in doppelten Anführungszeichen eine besondere Bedeutung.",
            "Verdoppeln Sie ihn (`\\\\`), oder setzen Sie den Text in einfache Anführungszeichen.",
        ),
        Syntax::Other(words) => {
            return Sentence::new(
                format!("Die Zeile ist kein gültiges TOML ({words})."),
                "Schreiben Sie je Zeile name = Wert, mit Texten und Beträgen in Anführungszeichen.",
            );
        }
    };
    Sentence::new(message, help)
}

fn value(written: &str, spelling: Option<&str>) -> Sentence {
    Sentence::new(
        format!("`{written}` ist weder ein Text in Anführungszeichen noch eine ganze Zahl noch ein Datum."),
        spelling.map_or_else(
            || "Setzen Sie Texte und Beträge in Anführungszeichen; ein Datum lautet 2014-05-19.".to_owned(),
            write,
        ),
    )
}

fn malformed(key: &str, form: Form, written: &str, spelling: Option<&str>) -> Sentence {
    let (expected, example) = match form {
        Form::MonthDay => {
            ("ein Stichtag", "Schreiben Sie Monat-Tag, zum Beispiel \"12-31\", oder \"latest\".")
        }
        Form::DateFormat => (
            "ein Datumsformat mit Tag, Monat und Jahr",
            "Schreiben Sie %d für den Tag, %m für den Monat, %Y für das Jahr: \"%d.%m.%Y\"",
        ),
        Form::Files => (
            "ein Dateimuster innerhalb des Ordners",
            "Schreiben Sie den Weg ab dem Ordner mit `/`, ohne `..` und ohne Laufwerk: \"ledger/*.csv\"",
        ),
        Form::Encoding => (
            "eine bekannte Zeichencodierung",
            "Bekannt sind unter anderem \"utf-8\", \"windows-1252\", \"iso-8859-15\" und \"utf-16le\".",
        ),
        Form::Year => {
            ("eine Jahreszahl aus vier Ziffern", "Schreiben Sie zum Beispiel \"2014\" = \"97460.00\"")
        }
    };
    Sentence::new(
        format!("`{key}`: erwartet wird {expected}, gefunden wurde `{written}`."),
        spelling.map_or_else(|| example.to_owned(), write),
    )
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "ein Text in Anführungszeichen",
        Kind::Whole => "eine ganze Zahl",
        Kind::Float => "eine Gleitkommazahl",
        Kind::Flag => "`true` oder `false`",
        Kind::Day => "ein Datum",
        Kind::Time => "eine Zeitangabe mit Uhrzeit",
        Kind::List => "eine Liste",
        Kind::Table => "eine Tabelle",
        Kind::Amount => "ein Betrag mit Dezimalpunkt und höchstens zwei Nachkommastellen",
        Kind::Quantity => "eine Zahl mit Dezimalpunkt",
        Kind::Column => "ein Spaltenname oder eine Spaltennummer",
        Kind::Cell => "ein Text, eine ganze Zahl oder ein Datum",
    }
}

fn form_of(kind: Kind) -> String {
    match kind {
        Kind::Text => "Setzen Sie den Text in Anführungszeichen.",
        Kind::Whole => "Schreiben Sie eine ganze Zahl ohne Anführungszeichen, zum Beispiel 1.",
        Kind::Float | Kind::Quantity => {
            "Schreiben Sie nur Ziffern und einen Dezimalpunkt, in Anführungszeichen: \"54.74\""
        }
        Kind::Flag => "Schreiben Sie true oder false, ohne Anführungszeichen.",
        Kind::Day | Kind::Time => "Schreiben Sie Jahr-Monat-Tag ohne Anführungszeichen: 2014-05-19",
        Kind::List => "Schreiben Sie die Werte in eckige Klammern: [ … ]",
        Kind::Table => "Schreiben Sie die Einträge in geschweifte Klammern: { name = … }",
        Kind::Amount => {
            "Schreiben Sie nur Ziffern und einen Dezimalpunkt, in Anführungszeichen: \"15000.00\""
        }
        Kind::Column => "Schreiben Sie den Spaltennamen in Anführungszeichen oder die Nummer ab 1.",
        Kind::Cell => "Schreiben Sie den Wert so, wie er in der Zelle stünde, in Anführungszeichen.",
    }
    .to_owned()
}

fn write(spelling: &str) -> String {
    format!("Schreiben Sie {spelling}")
}

fn place(table: &str) -> String {
    match table {
        "" => "umlage.toml".to_owned(),
        "ledger" => "`[[ledger]]`".to_owned(),
        table => format!("`[{table}]`"),
    }
}
