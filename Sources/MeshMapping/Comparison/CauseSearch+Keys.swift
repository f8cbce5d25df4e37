import KubernetesObjects

extension CauseSearch {
  /// Those of some causes that may matter to the objects: of the rows that only matter where a label or annotation is written, those of
  /// which one is.
  func suspects(_ suspects: [ChangeCause], thatMatterTo cluster: Cluster) -> [ChangeCause] {
    let written = cluster.writtenKeys.union(edited?.writtenKeys ?? [])
    return suspects.filter { suspect in
      guard case .row(let row) = suspect, let words = row.words else { return true }
      return written.contains { key in words.contains { key.string.contains(word: $0) } }
    }
  }
}

extension ReleaseChange {
  /// The words of which one is in a key of a label or annotation wherever the row matters; nil where it may matter without. They are those
  /// of its sentence.
  package var words: [String]? { Self.wordsByRow[id] }

  private static let wordsByRow: [String: [String]] = {
    let dns = [KumaKey.builtinDNS, KumaKey.builtinDNSOld]
    let engines = [KumaKey.experimentalEngine, KumaKey.engineVersionOne]
    return [
      sidecarConcurrency.id: [KumaKey.sidecarConcurrency],
      tokenVolume.id: [KumaKey.tokenVolume],
      drainTime.id: [KumaKey.sidecarDrainTime],
      waitForDataplane.id: [KumaKey.waitForDataplane],
      spire.id: [KumaKey.spire],
      packets.id: [KumaKey.dropInvalidPackets, KumaKey.packetLogs],
      ebpf.id: [KumaKey.ebpf],
      initFirst.id: [KumaKey.initFirst],
      builtinDNS.id: dns, builtinDNSNewKeys.id: dns, builtinDNSLogging.id: dns, builtinDNSLoggingWithDNS.id: dns,
      proxyingEngine.id: engines, proxyingEngineOne.id: engines, proxyingEngineGone.id: engines,
      gatewayNullTags.id: [KumaKey.gateway], gatewayBuiltin.id: [KumaKey.gateway],
      gatewayBuiltinLabels.id: [KumaKey.gateway], gatewayProvided.id: [KumaKey.gateway],
      gatewayProtocol.id: [KumaKey.gateway], gatewayOwner.id: [KumaKey.gateway],
      aggregatedMetrics.id: ["aggregate-"], aggregatedMetricsExact.id: ["aggregate-"],
      aggregatedMetricsAddress.id: ["aggregate-"],
      ignoreAnnotation.id: [KumaKey.ignore], ignoreAnnotationSwitch.id: [KumaKey.ignore],
      zoneEgress.id: [KumaKey.egress], zoneIngressAnew.id: [KumaKey.ingress], zoneIngressKept.id: [KumaKey.ingress],
      reachableServices.id: [KumaKey.reachableServices], reachableBackends.id: [KumaKey.reachableBackends],
      validationReachableBackends.id: [KumaKey.reachableBackends],
      listAnnotations.id: [KumaKey.reachableServices, KumaKey.directAccessServices],
    ]
  }()
}

extension Cluster {
  /// The keys of labels and annotations that name Kuma, of all that Pods are made of. O(*n*) for *n* objects.
  fileprivate var writtenKeys: Set<ExactString> {
    var keys: Set<ExactString> = []
    func add(_ maps: StringMap...) {
      for entry in maps.lazy.flatMap(\.entries) where entry.key.namesKuma { keys.insert(entry.id) }
    }
    func add(_ metadata: ObjectMeta) { add(metadata.labels, metadata.annotations) }
    for objects in namespaces.values {
      if let namespace = objects.namespace { add(namespace.metadata) }
      for prepared in objects.pods.all { add(prepared.pod.metadata) }
      for service in objects.services.all { add(service.metadata) }
      for dataplane in objects.dataplanes.values { add(dataplane.metadata.labels, dataplane.metadata.annotations) }
    }
    for pods in plannedPods { add(pods.pod(underKubernetes: controlPlane.minorVersion).metadata) }
    return keys
  }
}

extension String {
  /// Whether a word is in the string, byte for byte.
  fileprivate func contains(word: String) -> Bool {
    let (bytes, word) = (Array(utf8), Array(word.utf8))
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { bytes[$0..<($0 + word.count)].elementsEqual(word) }
  }
}
