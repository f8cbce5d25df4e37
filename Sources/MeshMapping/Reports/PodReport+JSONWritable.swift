public import KubernetesJSON
import KubernetesObjects

extension PodReport: JSONWritable {
  /// Writes the Pod by its name, with the decision on its sidecar, its mesh and what happens to its Dataplane.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can follow: the findings on the Pod, say.
  ///
  /// - Parameters:
  ///   - object: What takes the members.
  ///   - workloadPods: How many Pods the workload has, which the report does not know; nil to leave it out. Of Pods that a workload has yet
  ///     to make the report knows the number.
  @specialized(where Sink == JSONWriter)
  public func writeMembers<Sink: JSONSink>(to object: inout Sink, workloadPods: Int? = nil) {
    object.write(name.namespace, forKey: "namespace")
    object.write(name.name, forKey: "name")
    if let workload {
      object.writeObject(forKey: "workload") { object in
        object.write(workload.kind, forKey: "kind")
        object.write(workload.name, forKey: "name")
        object.write(planned == nil ? workloadPods : planned?.count.number, forKey: "pods")
      }
    }
    object.writeObject(forKey: "injection") { admission.decision.writeMembers(to: &$0, message: injectionMessage) }
    object.write(meshOfProxy?.name, forKey: "mesh")
    object.writeObject(forKey: "dataplane") { outcome.writeMembers(to: &$0, message: outcomeMessage) }
    if !outcome.unknownValues.isEmpty { object.write(outcome.unknownValues, forKey: "unknown") }
    if !alternatives.isEmpty { object.write(alternatives, forKey: "alternatives") }
  }
}
