/// A piece of YAML.
enum YAMLToken: Hashable {
  case streamEnd
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
  case plain(String)
  case quoted(String)
}
