public import KubernetesJSON
import KubernetesObjects

extension PodReport: JSONWritable {
  /// Writes the Pod by its name, with the decision on its sidecar, its mesh and what happens to its Dataplane.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can follow: the findings on the Pod, say.
  @specialized(where Sink == JSONWriter)
  public func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(name.namespace, forKey: "namespace")
    object.write(name.name, forKey: "name")
    object.writeObject(forKey: "injection") { admission.decision.writeMembers(to: &$0, message: injectionMessage) }
    object.write(mesh?.name, forKey: "mesh")
    object.writeObject(forKey: "dataplane") { outcome.writeMembers(to: &$0, message: outcomeMessage) }
    if !outcome.unknownValues.isEmpty { object.write(outcome.unknownValues, forKey: "unknown") }
    if !alternatives.isEmpty { object.write(alternatives, forKey: "alternatives") }
  }
}
