public import KubernetesObjects

extension ControlPlane {
  /// Which services a Pod reaches directly (DA-1 … DA-6): what its annotation says, where the rules read it at all.
  ///
  /// - Parameter pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  /// - Throws: ``MappingFailure`` where the switch of transparent proxying cannot be read.
  public func directAccess(of pod: Pod) throws(MappingFailure) -> DirectAccess {
    let isOn = try isTransparentProxyingOn(pod)
    return areServiceListsRead(on: pod, isOn: isOn) ? listedDirectAccess(of: pod) : .none
  }

  /// Which services a Pod's annotation lists, where it is read.
  func listedDirectAccess(of pod: Pod) -> DirectAccess {
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
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - isOn: Whether transparent proxying is switched on.
  func areServiceListsRead(on pod: Pod, isOn: Bool) -> Bool {
    switch rules.transparentProxying.activation {
    case .annotation, .alwaysOn: return isOn
    case .listsAlone: return true
    case .annotationOrConfiguration:
      let configuration = pod.metadata.annotations[KumaKey.transparentProxyConfig] ?? ""
      return isOn || !configuration.isEmpty
    }
  }

  /// Whether transparent proxying is switched on, so that its ports are read: by annotation, or since it always is.
  func isTransparentProxyingOn(_ pod: Pod) throws(MappingFailure) -> Bool {
    switch rules.transparentProxying.activation {
    case .alwaysOn: true
    case .listsAlone: false
    case .annotation, .annotationOrConfiguration: try pod.isOn(KumaKey.transparentProxying, words: rules.switchWords)
    }
  }
}
