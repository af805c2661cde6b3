//! Where a fact came from: a file and a byte in it.
//!
//! In: file names, given out once as small numbers. Out: places. They are kept by the million; the line and the
//! column of one are looked up in [`crate::excerpt`] for the few that are shown, and that is why the two are
//! apart.

/// One of the folder's files, in the order in which it was first named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A byte in a file. In text that is not byte-wise (UTF-16), the byte counts in the text as UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Bytes before the place.
    pub offset: u64,
}

impl Place {
    /// The place so many bytes into the file.
    #[must_use]
    pub fn new(file: FileId, offset: u64) -> Self {
        Self { file, offset }
    }

    /// The file as such: its first byte.
    #[must_use]
    pub fn start(file: FileId) -> Self {
        Self { file, offset: 0 }
    }
}

/// The names of the folder's files, relative to it, with `/` between the parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(Vec<String>);

impl Files {
    /// The file's number; the same name always has the same.
    pub fn id(&mut self, name: &str) -> FileId {
        let known = self.0.iter().position(|file| file == name);
        let index = known.unwrap_or_else(|| {
            self.0.push(name.to_owned());
            self.0.len() - 1
        });
        FileId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// A number of its own for a file that already has one: two sheets of a workbook have places that differ.
    pub fn another(&mut self, name: &str) -> FileId {
        self.0.push(name.to_owned());
        FileId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// All names, in the order in which they were given numbers.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// All files with their names, in the same order.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &str)> {
        let number = |index: usize| FileId(u32::try_from(index).unwrap_or(u32::MAX));
        self.names().enumerate().map(move |(index, name)| (number(index), name))
    }

    /// The file's name; empty for a number that these files did not give out.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        usize::try_from(file.0).ok().and_then(|index| self.0.get(index)).map_or("", String::as_str)
    }
}
