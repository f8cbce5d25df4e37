/// A step through a stream of documents, with where it begins and ends.
public struct YAMLEvent: Sendable, Hashable {
  /// What is met.
  public enum Content: Sendable, Hashable {
    /// A document begins, at its directives or `---` where it has them.
    case documentStart
    /// A document ends, at `...` where it has that.
    case documentEnd
    /// A sequence begins.
    case sequenceStart
    /// The sequence ends that began last.
    case sequenceEnd
    /// A mapping begins. Keys and values follow in turn.
    case mappingStart
    /// The mapping ends that began last.
    case mappingEnd
    /// A single value, its escapes and lines put together. One that is left out is empty and plain.
    case scalar(YAMLString, YAMLScalarStyle)
    /// A value that stands behind an anchor of this name.
    case alias(YAMLString)
  }

  /// What is met.
  public let content: Content
  /// The anchor of a node, without its `&`; nil for none.
  public let anchor: YAMLString?
  /// The tag of a node, with its handle written out, e.g. `tag:yaml.org,2002:str`; nil for none.
  public let tag: YAMLString?
  /// Where it begins, with its anchor and tag.
  public let start: YAMLLocation
  /// Where it ends, just behind its last character.
  public let end: YAMLLocation

  /// An event with all its parts.
  public init(
    _ content: Content,
    anchor: YAMLString? = nil,
    tag: YAMLString? = nil,
    start: YAMLLocation,
    end: YAMLLocation
  ) {
    self.content = content
    self.anchor = anchor
    self.tag = tag
    self.start = start
    self.end = end
  }
}
