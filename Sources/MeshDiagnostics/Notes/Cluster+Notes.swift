import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// The notes that concern objects of the cluster where one goes from a release to a later one: those that objects show. What the rows of
  /// the release history do to Pods is shown by comparing the releases.
  ///
  /// - Parameters:
  ///   - old: The release that runs now, under which the cluster is.
  ///   - new: The release to go to; none of the notes holds where it is no later one.
  /// - Returns: The notes in their order, each by object and field.
  /// - Complexity: O(*n* log *n*) for *n* objects; Pods are mapped where a note asks for their inbounds.
  public func notes(from old: KumaRelease, to new: KumaRelease) -> [NoteOnObject] {
    notes(from: old, to: new, on: NotedPods(of: self) { _ in 1 }).notes
  }

  /// The same of a cluster in which a Pod stands for others.
  ///
  /// - Parameters:
  ///   - old: The release that runs now.
  ///   - new: The release to go to.
  ///   - pods: The Pods, worked out only where a note holds.
  func notes(from old: KumaRelease, to new: KumaRelease, on pods: @autoclosure () -> NotedPods) -> FoundNotes {
    found(UpgradeNote.all.filter { $0.check != nil && $0.isPassed(from: old, to: new) }, on: pods())
  }

  /// Whether a note concerns any object.
  func isConcerned(by note: UpgradeNote) -> Bool {
    !found([note], on: NotedPods(of: self) { _ in 1 }).notes.isEmpty
  }

  /// Some notes on the objects that they concern.
  private func found(_ notes: [UpgradeNote], on pods: @autoclosure () -> NotedPods) -> FoundNotes {
    guard !notes.isEmpty else { return FoundNotes() }
    let pods = pods()
    let around = NoteSurroundings(
      of: preparedForPreviews(), pods: pods.all.map(\.pod),
      after: notes.contains { UpgradeNote.needingIdentities.contains($0) } ? withIdentities : nil)
    var found = FoundNotes()
    for note in notes { if let check = note.check { found.add(self.notes(note, by: check, on: pods, in: around)) } }
    return found
  }

  /// The cluster under the release in which proxies need a MeshIdentity; nil where no Mesh asks for mTLS, or none has one that might leave
  /// proxies out.
  private var withIdentities: Cluster? {
    let identities = resources.selectorsOfIdentities
    let isAnyLeftOut = knownMeshes.contains { mesh in
      guard mesh.hasMTLS, let selectors = identities[ExactString(mesh.name)] else { return false }
      return selectors.allSatisfy { !$0.labels.entries.isEmpty }
    }
    guard isAnyLeftOut else { return nil }
    let rules = ReleaseHistory.rules(of: UpgradeNote.releaseOfIdentities)
    return Cluster(self, under: ControlPlane(rules: rules, settings: controlPlane.settings)).preparedForPreviews()
  }

  private func notes(
    _ note: UpgradeNote, by check: NoteCheck, on pods: NotedPods, in around: NoteSurroundings
  ) -> FoundNotes {
    switch check {
    case .pod(let sights): return pods.notes(note) { sights($0, around) }
    case .resource(let sights):
      var found = FoundNotes()
      for resource in around.resources(of: note.kinds) {
        let shown = resource.placed(sights(resource, around))
        let isUndecided = shown.contains { !$0.needs.isEmpty }
        found.add(
          FoundNotes(
            note.on(resource.reference, shown.filter(\.needs.isEmpty)),
            undecided: isUndecided ? around.undecidedPods(inNamespaceOf: resource.metadata) : []))
      }
      return found
    case .any(let checks):
      var found = FoundNotes()
      for check in checks { found.add(notes(note, by: check, on: pods, in: around)) }
      return found
    case .mesh, .service, .namespace, .dataplane, .zoneProxy, .workload, .containerPatch, .named:
      return FoundNotes(plainNotes(note, by: check, in: around))
    }
  }

  /// The notes on objects of which the input holds all that decides.
  private func plainNotes(_ note: UpgradeNote, by check: NoteCheck, in around: NoteSurroundings) -> [NoteOnObject] {
    switch check {
    case .mesh(let sights):
      return knownMeshes.flatMap { note.on(ObjectReference(.mesh, name: $0.name), sights($0, around)) }
    case .service(let sights):
      return namespaceNames.flatMap(services).flatMap { note.on($0.id, sights($0, around)) }
    case .namespace(let sights):
      return namespaceNames.compactMap(namespace).flatMap {
        note.on(ObjectReference(.namespace, name: $0.metadata.name), sights($0, around))
      }
    case .dataplane(let sights):
      return existingDataplanes.flatMap { dataplane in
        let name = dataplane.objectName
        return note.on(ObjectReference(.dataplane, namespace: name.namespace, name: name.name), sights(dataplane, around))
      }
    case .zoneProxy(let sights):
      return existingZoneProxies.filter { proxy in note.kinds.contains { $0.hasSameBytes(as: proxy.kind) } }.flatMap {
        proxy in
        let reference = ObjectReference(
          apiGroup: "kuma.io", kind: proxy.kind, namespace: proxy.objectName.namespace, name: proxy.objectName.name)
        return note.on(reference, sights(proxy))
      }
    case .workload(let sights):
      return namespaceNames.flatMap(workloads).compactMap(\.workload).flatMap { workload in
        let object = workload.reference
        let name = WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name)
        return note.on(object, sights(workload)).map {
          NoteOnObject(note: note, object: object, path: $0.path, seen: $0.seen, workload: name)
        }
      }
    case .containerPatch(let sights):
      return containerPatches.flatMap { patch in
        let reference = ObjectReference(.containerPatch, namespace: patch.name.namespace, name: patch.name.name)
        return note.on(reference, sights(patch, around))
      }
    case .named(let sights):
      let named = unsupportedReferences.filter { object in
        object.apiGroup.isEmpty && note.kinds.contains { $0.hasSameBytes(as: object.kind) }
      }
      return named.map { ($0, sights($0, around)) }.filter { !$1.isEmpty }.sorted { $0.0 < $1.0 }
        .flatMap { note.on($0, $1) }
    case .pod, .resource, .any: return []
    }
  }
}

extension NoteSurroundings {
  /// What Kuma reads besides of some kinds; of every one where none is named.
  func resources(of kinds: [String]) -> [MeshResource] {
    kinds.isEmpty
      ? resources : resources.filter { resource in kinds.contains { $0.hasSameBytes(as: resource.kind) } }
  }
}

extension UpgradeNote {
  /// The note on an object, for each field that shows it.
  func on(_ object: ObjectReference, _ sights: [NoteSight]) -> [NoteOnObject] {
    sights.map { NoteOnObject(note: self, object: object, path: $0.path, seen: $0.seen) }
  }
}
