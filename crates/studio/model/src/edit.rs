//! What a member of staff does to the draft, in terms of the files.

use serde::{Deserialize, Serialize};

use crate::{Bytes, Node, Place};

/// One change of the content. Several of them made at once are one entry of the history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Edit {
    /// Gives a key or an item of a list this value. A key that is not there is added, and so are the tables and the file on its way.
    Set(Place, Node),
    /// Removes a key, a table or an item of a list. A list `[[…]]` or an inline list whose last item goes is removed with its key, unless a
    /// comment above the key says what belongs into it: then it stays, empty.
    Remove(Place),
    /// Inserts an item into a list before the one with this index; at its length, behind the last. A missing list is made: of tables
    /// as `[[…]]` at the top of a file and as a list of inline tables within another table.
    Insert(Place, usize, Node),
    /// Moves an item of a list, with its comments, from one index to another: that which it has afterwards.
    Move(Place, usize, usize),
    /// Puts a picture or a file to download into the content folder, or another in its place.
    PutFile(String, Bytes),
    /// Removes a picture or a file to download.
    RemoveFile(String),
    /// Makes this guide the beginning of another centre's: the structure stays, every fact of the old place is marked as to be replaced.
    Renew,
}
