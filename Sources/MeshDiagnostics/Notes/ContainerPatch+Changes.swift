import KubernetesJSON
import KubernetesObjects
import MeshMapping

extension ContainerPatch {
  /// A change that the patch makes to the sidecar, with where it stands.
  struct Change {
    let path: DocumentPath
    let value: FieldValue

    /// What is changed in the container, e.g. `/securityContext/privileged`.
    var target: String { value["path"]?.string ?? "" }

    /// Whether something is there after the change: what is removed or only looked at is not.
    var writes: Bool { !(value["op"]?.isOne(of: "remove", "test") ?? false) }

    /// The field that says what is changed.
    var targetSight: NoteSight { NoteSight(path.appending(DocumentPath(["path"])), .value(ExactString(target))) }

    /// The field that says what is written.
    var valueSight: NoteSight { NoteSight(path.appending(DocumentPath(["value"])), .something) }

    /// The variables that the change writes: an entry of `env`, or all of them.
    var variables: [SidecarVariable] {
      guard writes, target.hasPrefix("/env"), let written = value["value"].map(\.asPatched) else { return [] }
      return (written.elements.isEmpty ? [written] : written.elements).compactMap { variable in
        variable["name"]?.string.map { SidecarVariable(name: $0, value: variable["value"]?.string ?? "") }
      }
    }
  }

  /// The changes that give the sidecar what Kubernetes grants only to a container that may escalate its privileges.
  var escalations: [Change] {
    changesOfSidecar.filter { change in
      guard change.writes, let value = change.value["value"]?.asPatched else { return false }
      if change.target.hasPrefix("/securityContext/capabilities") { return value.mentions("CAP_SYS_ADMIN") }
      return change.target.hasSameBytes(as: "/securityContext/privileged") && value == .bool(true)
    }
  }

  /// Whether it lets the sidecar escalate its privileges.
  var allowsEscalation: Bool {
    changesOfSidecar.contains { change in
      change.target.hasSameBytes(as: "/securityContext/allowPrivilegeEscalation")
        && (!change.writes || change.value["value"]?.asPatched == .bool(true))
    }
  }

  /// What it changes of the sidecar, in order.
  var changesOfSidecar: [Change] {
    otherFields.found(at: "sidecarPatch[]", from: DocumentPath(["spec"])).map { Change(path: $0.path, value: $0.value) }
  }
}

extension FieldValue {
  /// What a patch writes: its values are JSON in a string. One that is not JSON is refused where it is made, and writes nothing.
  fileprivate var asPatched: FieldValue {
    guard let string else { return self }
    do { return try JSONReader.decode(FieldValue.self, from: string.utf8) } catch { return .null }
  }
}

extension FieldValue {
  /// Whether a string stands in the value, or in one of its elements or members.
  fileprivate func mentions(_ string: String) -> Bool {
    isOne(of: string) || elements.contains { $0.mentions(string) } || members.contains { $0.value.mentions(string) }
  }
}

/// A variable of the sidecar's environment.
struct SidecarVariable: Sendable, Hashable {
  @ByteExact private(set) var name: String
  @ByteExact private(set) var value: String

  /// The switches that a proxy no longer has in 3.0.
  static let switchesGone = [strictInboundPorts, "KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED"]
  /// The switch by which a proxy takes traffic only for its inbounds.
  static let strictInboundPorts = "KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED"

  /// Whether it is one of some variables.
  func isOne(of names: [String]) -> Bool { names.contains { name.hasSameBytes(as: $0) } }

  /// Whether it has the proxy take traffic for any port; what a proxy reads as false is false.
  var opensPorts: Bool {
    name.hasSameBytes(as: Self.strictInboundPorts)
      && ["0", "f", "F", "false", "False", "FALSE"].contains { value.hasSameBytes(as: $0) }
  }
}

extension Pod {
  /// The variables that the Pod gives its sidecar.
  var sidecarVariables: [SidecarVariable] {
    (metadata.annotations[KumaKey.sidecarVariables] ?? "").utf8.split(separator: UInt8(ascii: ";")).compactMap { entry in
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      return SidecarVariable(
        name: String(Substring(entry[..<equals])), value: String(Substring(entry[entry.index(after: equals)...])))
    }
  }
}

extension NoteSurroundings {
  /// The ContainerPatches that change the sidecar of a Pod; nil where one of them is not in the input.
  func containerPatches(of pod: Pod) -> [ContainerPatch]? {
    let settings = cluster.controlPlane.settings
    let own = (pod.metadata.annotations[KumaKey.containerPatches] ?? "").utf8.split(separator: UInt8(ascii: ","))
    var patches: [ContainerPatch] = []
    for name in settings.injector.containerPatches + own.map({ String(Substring($0)) }) {
      let name = ObjectName(namespace: settings.systemNamespace, name: name)
      guard let patch = cluster.containerPatch(name) else { return nil }
      patches.append(patch)
    }
    return patches
  }
}
