/// A piece of YAML, with the bytes that it stands on.
struct YAMLToken {
  enum Kind: UInt8 {
    case streamEnd
    case versionDirective
    case tagDirective
    case documentStart
    case documentEnd
    case blockSequenceStart
    case blockMappingStart
    case blockEnd
    case flowSequenceStart
    case flowSequenceEnd
    case flowMappingStart
    case flowMappingEnd
    case blockEntry
    case flowEntry
    case key
    case value
    case alias
    case anchor
    case tag
    case scalar
  }

  let kind: Kind
  let start: Int
  let end: Int
  var style = YAMLScalarStyle.plain
  /// The content of a scalar, the name of an anchor or alias, the rest of a tag after its handle, the prefix of a directive.
  var content = YAMLContent.empty
  /// The handle of a tag or of its directive.
  var handle = YAMLContent.empty
}
