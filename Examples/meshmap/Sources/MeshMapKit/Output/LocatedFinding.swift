import KubernetesJSON
import MeshDiagnostics
import MeshMapping

/// A finding as documents have it, with where it is.
struct LocatedFinding: JSONWritable {
  let finding: Finding
  let place: FieldPlace?

  func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in writeMembers(to: &object) }
  }

  /// Writes the members that every document has.
  func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(finding.code, forKey: "code")
    object.write(finding.severity.rawValue, forKey: "severity")
    object.write(finding.message, forKey: "message")
    object.write(finding.statement.rawValue, forKey: "statement")
    object.write(place, forKey: "location")
  }
}
