package import KubernetesJSON
import KubernetesYAML

/// Writes values as YAML.
package struct YAMLSink: JSONSink {
  private var writer = YAMLWriter()

  package init() {}

  /// The YAML of a value, with an end of line.
  package static func yaml(of value: some JSONWritable) -> String {
    var sink = YAMLSink()
    value.write(to: &sink)
    return sink.yaml
  }

  /// What was written, with an end of line.
  package var yaml: String { writer.string }

  package mutating func beginObject() { writer.beginMapping() }
  package mutating func beginArray() { writer.beginSequence() }
  package mutating func endObject() { writer.endMapping() }
  package mutating func endArray() { writer.endSequence() }
  package mutating func writeKey(_ key: String) { writer.writeKey(key) }
  package mutating func write(_ string: String) { writer.write(string) }
  package mutating func write(_ integer: Int64) { writer.write(integer) }
  package mutating func write(_ bool: Bool) { writer.write(bool) }
  package mutating func writeNull() { writer.writeNull() }
}
