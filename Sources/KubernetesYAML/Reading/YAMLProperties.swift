/// What stands before a node: its anchor and its tag.
struct YAMLProperties {
  var anchor: YAMLContent?
  var tag: String?
  /// Where the tag begins.
  var tagOffset = 0
}
