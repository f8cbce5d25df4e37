/// Where in its stream a document begins: how many bytes and lines stand before it.
struct YAMLOrigin: Sendable {
  var offset = 0
  var line = 0
}
