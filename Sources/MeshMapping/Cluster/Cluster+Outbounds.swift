import KubernetesObjects

extension Cluster {
  /// The cluster, what its previews make each other reach being worked out once for all of them.
  ///
  /// Only old releases write outbounds into Dataplanes, and others that are set so (TP-7). There a preview of a Pod needs those of
  /// all, unless Dataplanes exist. Whoever asks for the previews of some Pods again and again asks a cluster that is prepared so.
  /// What workloads will make is worked out once too. O(*n*) for *n* Pods where outbounds are written and no Dataplane exists, O(*n* log *n*) for
  /// *n* workloads elsewhere, and O(*n*) for *n* namespaces where it is prepared already.
  public func preparedForPreviews() -> Cluster {
    var cluster = self
    cluster.preparePlannedPods()
    return cluster.withOutboundsOfPreviews()
  }

  private func withOutboundsOfPreviews() -> Cluster {
    let index = clusterScoped.outbounds
    guard controlPlane.writesOutbounds, !index.hasDataplanes, index.listsOfPreviews == nil else { return self }
    let reports = answersUnderVariations(podNames) { variations, pod, _ in variations.preview(of: pod, previous: nil) }
    let dataplanes = reports.lazy.compactMap { $0?.outcome.dataplane }
    var cluster = self
    var needs = OutboundNeeds()
    for report in reports.lazy.compactMap(\.self) { needs.add(report.outcome.needsOfOutbounds, in: report.mesh?.name) }
    // Workloads have yet to make Pods, of whatever mesh, which will be reached too.
    if !plannedPods.isEmpty { needs.add([.pods], in: nil) }
    cluster.clusterScoped.outbounds = index.ofPreviews(dataplanes, needing: needs, by: controlPlane.rules.outbounds)
    return cluster
  }

  /// Whether previews are given the same outbounds as in another cluster of the same objects that is prepared too.
  func givesOutbounds(asIn other: Cluster) -> Bool {
    controlPlane.writesOutbounds == other.controlPlane.writesOutbounds
      && clusterScoped.outbounds.isSameForPreviews(as: other.clusterScoped.outbounds)
  }

  /// The cluster whose outbounds are those of previews.
  var lookingAtPreviews: Cluster {
    guard controlPlane.writesOutbounds else { return self }
    var cluster = preparedForPreviews()
    cluster.clusterScoped.outbounds = cluster.clusterScoped.outbounds.lookingAtPreviews
    return cluster
  }

  /// The index of outbounds of what is there, prepared under the control plane; an empty one where none are written.
  func outboundIndex() -> OutboundIndex {
    var index = OutboundIndex()
    guard controlPlane.writesOutbounds else { return index }
    for objects in namespaces.values {
      for service in objects.services.all { index.set(service, named: ObjectName(of: service.metadata)) }
      for dataplane in objects.dataplanes.values { index.insert(dataplane) }
    }
    index.prepare(by: controlPlane.rules.outbounds)
    return index
  }

  /// Whether the outbounds of other Pods become others once an object is as given.
  func isReachedByOthers(_ object: ClusterObject) -> Bool {
    guard controlPlane.writesOutbounds else { return false }
    switch object {
    case .dataplane(let dataplane): return isReachedByOthers(dataplane.objectName, becoming: dataplane)
    case .kubernetes(.service(let service)):
      return clusterScoped.outbounds.isChanged(by: ObjectName(of: service.metadata), becoming: service)
    default: return false
    }
  }

  /// Whether the outbounds of other Pods become others once an object is gone.
  func isReachedByOthers(deleting object: ObjectReference, _ kind: ClusterObject.Kind) -> Bool {
    guard controlPlane.writesOutbounds else { return false }
    switch kind {
    case .dataplane: return isReachedByOthers(object.objectName, becoming: nil)
    case .service: return clusterScoped.outbounds.isChanged(by: object.objectName, becoming: nil)
    default: return false
    }
  }

  /// Adds an object, or replaces the one of its kind and name, and works the outbounds out that it changes.
  mutating func insertPreparing(_ object: ClusterObject) {
    guard controlPlane.writesOutbounds else { return insert(object) }
    switch object {
    case .dataplane(let dataplane):
      if let old = existingDataplane(dataplane.objectName) { clusterScoped.outbounds.remove(old) }
      clusterScoped.outbounds.insert(dataplane)
    case .kubernetes(.service(let service)):
      clusterScoped.outbounds.set(service, named: ObjectName(of: service.metadata))
    default: clusterScoped.outbounds.forgetPreviews()
    }
    insert(object)
    clusterScoped.outbounds.prepare(by: controlPlane.rules.outbounds)
  }

  /// Removes an object, where it is there, and works the outbounds out that it changes.
  mutating func removePreparing(_ object: ObjectReference, of kind: ClusterObject.Kind) {
    guard controlPlane.writesOutbounds else { return remove(object, of: kind) }
    switch kind {
    case .dataplane:
      if let old = existingDataplane(object.objectName) { clusterScoped.outbounds.remove(old) }
    case .service: clusterScoped.outbounds.set(nil, named: object.objectName)
    default: clusterScoped.outbounds.forgetPreviews()
    }
    remove(object, of: kind)
    clusterScoped.outbounds.prepare(by: controlPlane.rules.outbounds)
  }

  private func isReachedByOthers(_ name: ObjectName, becoming new: Dataplane?) -> Bool {
    clusterScoped.outbounds.isChanged(by: existingDataplane(name), becoming: new, controlPlane.rules.outbounds)
  }
}

extension DataplaneOutcome {
  /// What the input would have to hold for one to know what the Dataplane offers others.
  fileprivate var needsOfOutbounds: [Completeness.Kind] {
    verdict.needs + unknownValues.filter { OfferedValue.isPart($0.path) }.map(\.needs)
  }

}

extension PodReport {
  /// The report, what the Dataplane reaches being unknown where the input lacks something.
  func withUnknownOutbounds(needing needs: OutboundNeeds) -> PodReport {
    guard let mesh = outcome.dataplane?.mesh, let need = needs.first(of: mesh) else { return self }
    return PodReport(self, outcome: outcome.withoutOutbounds(needing: need))
  }
}

/// The values of a Dataplane that others' outbounds are made of.
private enum OfferedValue {
  /// Whether a path is that of such a value: the mesh, and what tells which service is behind which port.
  static func isPart(_ path: String) -> Bool {
    if path == "mesh" || path == Dataplane.inboundPath { return true }
    guard Dataplane.isInInbound(path) else { return false }
    return path.hasSuffix(".tags[\"\(KumaKey.serviceTag)\"]") || path.hasSuffix("].port")
  }
}
