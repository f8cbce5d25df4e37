import KubernetesObjects
import MeshMapping

/// A cluster that edits are tried on, or that is there after them, with what was looked at of it already: trials of many edits on one
/// namespace look at it once. It lives for one call.
final class TrialGround {
  let diagnostics: Diagnostics
  /// What edits were tried on, where this is what is there after them.
  private let origin: TrialGround?
  /// The Pods that something else may become of than there.
  private let touched: Set<ObjectName>
  private var namespaces: [ExactString: [PodReport]] = [:]
  private var sizes: [ExactString: Int] = [:]
  private var meshesNamed: [ExactString: Set<ExactString>] = [:]
  private var found: [ObjectReference: [Finding]] = [:]
  /// The cluster that edits are made in and taken back: a trial costs what it touches, not a copy of what is around.
  private var scratch: Cluster
  /// The Pods that workloads make in it.
  private var made = MadePods()
  /// What the names of services lead to: what it was where edits are tried, unless they are of Services.
  private let namedServices: NamedServices

  /// In larger namespaces only the Pods that are touched are looked at for what is to be said of the Namespace, but where a check asks for
  /// more.
  private static let largestNamespace = 200

  /// A cluster that edits are tried on.
  init(_ diagnostics: Diagnostics) {
    // What workloads will make is put together once, and of each trial what its edits touch.
    self.diagnostics = Diagnostics(of: diagnostics.cluster.preparedForPreviews().statingItsCompleteness)
    (origin, touched) = (nil, [])
    scratch = self.diagnostics.cluster
    namedServices = NamedServices(in: self.diagnostics.cluster)
  }

  /// A cluster after edits.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - touched: The Pods that something else may become of.
  ///   - objects: The objects that the edits changed.
  ///   - origin: What the edits are tried on.
  init(of cluster: Cluster, touching touched: Set<ObjectName>, by objects: [ClusterObject], from origin: TrialGround) {
    let isOfServices = objects.contains { if case .kubernetes(.service) = $0 { true } else { false } }
    namedServices = isOfServices ? NamedServices(in: cluster) : origin.namedServices
    diagnostics = Diagnostics(of: cluster)
    self.origin = origin
    self.touched = touched
    scratch = cluster
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }

  /// What is to be said of the cluster after some edits and of the objects that they made others, as they are then; nil where they cannot
  /// be made. Whatever is said must not hold the cluster.
  func trying<Answer>(_ edits: [Edit], _ body: (Cluster, [ClusterObject]) -> Answer) -> Answer? {
    // What was worked out of the outbounds that all previews give is not taken back by taking back an object.
    if cluster.controlPlane.writesOutbounds {
      var (changed, made) = (cluster, MadePods())
      let objects = changed.make(edits, knowing: &made)
      return objects.isComplete ? body(changed, objects.after) : nil
    }
    let objects = scratch.make(edits, knowing: &made)
    defer { scratch.takeBack(objects, knowing: &made) }
    return objects.isComplete ? body(scratch, objects.after) : nil
  }

  /// What happens to some Pods, in order.
  func reports(of names: [ObjectName]) -> [PodReport] {
    // What was looked at is looked up, and a small namespace is looked at as a whole once something in it is asked for.
    guard origin == nil, let namespace = names.first?.namespace,
      names.allSatisfy({ $0.namespace.hasSameBytes(as: namespace) }), !isLarge(namespace)
    else { return cluster.previews(of: names) }
    let wanted = Set(names)
    return reports(in: namespace).filter { wanted.contains($0.name) }
  }

  /// What happens to all Pods of a namespace, sorted by name. Of those that edits do not touch it is known.
  private func reports(in namespace: String) -> [PodReport] {
    if let known = namespaces[ExactString(namespace)] { return known }
    let reports: [PodReport]
    if let origin {
      let names = touched.filter { $0.namespace.hasSameBytes(as: namespace) }.sorted()
      let others = origin.reports(in: namespace).filter { !touched.contains($0.name) }
      reports = (others + cluster.previews(of: names)).map { (name: $0.name, report: $0) }.sorted { $0.name < $1.name }
        .map(\.report)
    } else {
      reports = cluster.previews(of: cluster.previewNames(in: namespace))
    }
    namespaces[ExactString(namespace)] = reports
    return reports
  }

  private func isLarge(_ namespace: String) -> Bool {
    if let origin { return origin.isLarge(namespace) }
    let size = sizes[ExactString(namespace)] ?? cluster.previewNames(in: namespace).count
    sizes[ExactString(namespace)] = size
    return size > Self.largestNamespace
  }

  /// What the owners of some Pods would want to know, for each report.
  func findings(on reports: [PodReport]) -> [[Finding]] {
    Examination(of: diagnostics, naming: namedServices).findings(on: reports)
  }

  /// What there is to say about an object that is no Pod; nothing where it is not there.
  ///
  /// - Parameters:
  ///   - object: The object.
  ///   - reports: What happens to the Pods that are looked at.
  func findings(on object: ObjectReference, among reports: [PodReport]) -> [Finding] {
    if let known = found[object] { return known }
    let isNamespace = object.kind == Namespace.kind && object.apiGroup.isEmpty
    if isNamespace, isLarge(object.name) { return findings(onLarge: object.name, among: reports) }
    let found = isNamespace ? findings(onNamespace: object.name) : findings(on: object)
    self.found[object] = found
    return found
  }

  private func findings(onNamespace name: String) -> [Finding] {
    guard let namespace = cluster.namespace(name) else { return [] }
    return findings(on: NamespaceSubject(namespace, in: diagnostics, knowing: .ofAll(reports(in: name))))
  }

  private func findings(onLarge name: String, among reports: [PodReport]) -> [Finding] {
    guard let namespace = cluster.namespace(name) else { return [] }
    let some = reports.filter { $0.name.namespace.hasSameBytes(as: name) }
    return findings(
      on: NamespaceSubject(
        namespace, in: diagnostics,
        knowing: .ofSome(some, othersName: meshesNamedByPods(in: name)) { self.reports(in: name) }))
  }

  /// The meshes that the Pods of a namespace name themselves, where edits are tried.
  private func meshesNamedByPods(in namespace: String) -> Set<ExactString> {
    if let origin { return origin.meshesNamedByPods(in: namespace) }
    if let known = meshesNamed[ExactString(namespace)] { return known }
    let names = cluster.meshesNamedByPods(in: namespace)
    meshesNamed[ExactString(namespace)] = names
    return names
  }

  private func findings(on subject: NamespaceSubject) -> [Finding] {
    Catalogue.namespaceChecks.flatMap { $0.findings(on: subject) }
  }

  private func findings(on object: ObjectReference) -> [Finding] {
    switch object.kind {
    case Service.kind where object.apiGroup.isEmpty:
      cluster.service(object.objectName).map { diagnostics.findings(on: $0) } ?? []
    case Pod.kind where object.apiGroup.isEmpty: []
    default:
      cluster.workload(WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name))
        .map { diagnostics.findings(on: $0) } ?? []
    }
  }
}
