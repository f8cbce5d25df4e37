public import KubernetesJSON
import KubernetesObjects

extension ReleaseComparison: JSONWritable {
  /// Writes both releases and what changes between them.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write("\(old)", forKey: "from")
      object.write("\(new)", forKey: "to")
      object.write(announcement, forKey: "announced")
      object.write(changes, forKey: "changes")
    }
  }
}

extension ReleaseComparison.Change: JSONWritable {
  /// Writes the difference of a Pod with the rows of the release history that cause it.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(pod.namespace, forKey: "namespace")
      object.write(pod.name, forKey: "name")
      difference.writeMembers(to: &object)
      object.write(needsAttention, forKey: "needsAttention")
      object.write(causes, forKey: "causes")
    }
  }
}

extension PodDifference: JSONWritable {
  /// Writes what changes, from what to what, and the sentence.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can stand beside them.
  func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    let (path, old, new) = values
    object.write(code, forKey: "change")
    object.write(path, forKey: "path")
    object.write(old, forKey: "old")
    object.write(new, forKey: "new")
    object.write(message, forKey: "message")
  }

  /// What changes and its values, where there are any.
  private var values: (path: String?, old: String?, new: String?) {
    switch self {
    case .gainsSidecar(let decision), .losesSidecar(let decision): ("injection", nil, decision.code)
    case .injection(let old, let new): ("injection", old.code, new.code)
    case .outcome(let old, let new): ("action", old.code ?? old.action.rawValue, new.code ?? new.action.rawValue)
    case .serviceRenamed(let old, let new): (KumaKey.serviceTag, old.string, new.string)
    case .inboundMerged(let service, _, let other): ("networking.inbound", service.string, other.string)
    case .reachableServicesUnread(let services): ("\(FieldPath.proxying(.reachableServices))", services.string, nil)
    case .field(let difference): ("\(difference.path)", difference.old, difference.new)
    case .directAccess(let entry, let renamed): (KumaKey.directAccessServices, entry.string, renamed.string)
    case .directAccessName(let entry, _): (KumaKey.directAccessServices, entry.string, nil)
    }
  }
}

extension ReleaseChange: JSONWritable {
  /// Writes the row by its identifier, with its sentence, the releases in which it holds and the pull requests.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(id, forKey: "id")
      object.write(kind.rawValue, forKey: "kind")
      object.write(summary, forKey: "summary")
      object.write(ranges.map(\.description), forKey: "releases")
      object.writeArray(forKey: "pullRequests") { list in
        for number in pullRequests { list.write(number) }
      }
    }
  }
}
