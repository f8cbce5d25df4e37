public import KubernetesObjects

extension ControlPlane {
  /// Which services a Pod reaches directly (DA-1 … DA-5): what its annotation says, where the rules read it at all.
  ///
  /// - Parameter pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  /// - Throws: ``MappingFailure`` where the switch of transparent proxying cannot be read.
  public func directAccess(of pod: Pod) throws(MappingFailure) -> DirectAccess {
    guard try areServiceListsRead(on: pod) else { return .none }
    // An empty annotation lists nothing in every release, unlike that of the reachable services.
    let annotation = pod.metadata.annotations[KumaKey.directAccessServices] ?? ""
    guard !annotation.isEmpty else { return .none }
    let entries =
      switch rules.transparentProxying.directAccess {
      case .split: AnnotationList.pieces(of: annotation, emptyPieces: rules.transparentProxying.emptyPieces)
      case .documented: AnnotationList.documentedEntries(of: annotation)
      }
    return DirectAccess(entries: entries)
  }

  /// Whether the lists of services are read (TP-1).
  func areServiceListsRead(on pod: Pod) throws(MappingFailure) -> Bool {
    switch rules.transparentProxying.gate {
    case .alwaysOn: return true
    case .annotation: return try isTransparentProxyingOn(pod)
    case .annotationOrConfiguration:
      let isOn = try isTransparentProxyingOn(pod)
      let configuration = pod.metadata.annotations[KumaKey.transparentProxyConfig] ?? ""
      return isOn || !configuration.isEmpty
    }
  }

  /// Whether transparent proxying is switched on by annotation.
  func isTransparentProxyingOn(_ pod: Pod) throws(MappingFailure) -> Bool {
    try isOn(KumaKey.transparentProxying, on: pod)
  }

  /// Whether an annotation of a Pod is switched on; absent is off.
  func isOn(_ key: String, on pod: Pod) throws(MappingFailure) -> Bool {
    guard let value = pod.metadata.annotations[key] else { return false }
    switch rules.switchWords.reading(of: value) {
    case .on: return true
    case .off: return false
    case .unreadable: throw .unreadableSwitch(Evidence(.podAnnotation, key: key, value: value))
    }
  }
}
