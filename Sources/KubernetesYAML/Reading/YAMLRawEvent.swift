/// An event, with its contents as places in the bytes of the document.
struct YAMLRawEvent {
  enum Kind: UInt8 {
    case documentStart
    case documentEnd
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case scalar
    case alias
  }

  let kind: Kind
  let start: Int
  let end: Int
  var style = YAMLScalarStyle.plain
  /// The content of a scalar, or the name of an alias.
  var content = YAMLContent.empty
  var properties = YAMLProperties()
}
