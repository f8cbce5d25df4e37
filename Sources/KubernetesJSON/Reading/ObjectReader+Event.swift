extension ObjectReader {
  /// What is found in a document.
  public enum Event: Sendable {
    /// The next objects.
    case objects(ObjectBatch<Element>)
    /// The objects that came before are not in the document: it turned out to be no list, or names its items once more.
    case withdrawal
    /// A document of a sequence begins, which is too long to be read at once; a withdrawal concerns what comes from here on.
    case document
  }

  /// What the bytes are.
  public enum Documents: Sendable, Hashable {
    /// One document: an object.
    case one
    /// Any number of documents, one after the other, each an object or an array of objects, as `jq` prints them, and
    /// `kubectl get --watch`.
    case sequence
  }
}
