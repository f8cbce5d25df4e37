import KubernetesObjects

extension MetadataPlace {
  /// The place's name, which never changes its meaning.
  public var name: String { evidencePlace.rawValue }

  /// The place in words.
  public var phrase: String { evidencePlace.phrase }
}

extension ServiceMatch.Relation {
  /// How the Service belongs to the Pod, as a phrase.
  public var phrase: String {
    switch self {
    case .selector: "selects the Pod"
    case .selectorWithoutIgnoredLabels: "selects the Pod only without the ignored labels, so that its inbounds are ignored"
    case .endpointSlice: "has an EndpointSlice that names the Pod"
    }
  }
}

extension ServiceExplanation.Verdict {
  /// Whether the Service belongs to the Pod, as a phrase that is safe to print.
  public var phrase: String {
    switch self {
    case .belongs(let relation, _): relation.phrase
    case .ignored(let evidence): "is left out by \(evidence.phrase)"
    case .noSelector: "has no selector"
    case .labelDiffers(let key, let wanted, let found):
      "wants label \(key.printedSafely)=\(wanted.printedSafely), which is \(found.map(\.quotedSafely) ?? "absent") on the Pod"
    case .labelUnknown(let key, let wanted):
      "selects those of the Pods, if any, that get the label \(key.printedSafely)=\(wanted.printedSafely) when they are made"
    case .crash(let failure): failure.message
    }
  }
}

extension ServiceExplanation.Port {
  /// What the port is on the Pod, as a phrase that is safe to print.
  public var phrase: String {
    guard port.transportProtocol == .tcp else {
      return "is \(port.transportProtocol.name.printedSafely), which gives no inbound"
    }
    return switch resolution {
    case .declared(let number, let name, let container):
      "port \(number)\(name.string.isEmpty ? "" : " (\(name.printedSafely))") of container \(container.printedSafely)"
    case .undeclared(let number): "port \(number), which no container declares"
    case .unresolved(let name): "no container port is named \(name.quotedSafely), so there is no inbound"
    }
  }
}

extension DroppedLabel.Reason {
  /// Why the label is no tag, as a phrase.
  public var phrase: String {
    switch self {
    case .empty: "its value is empty"
    case .reserved: "its key contains kuma.io/, which is reserved to Kuma"
    case .overridden(let origin): "the tag of \(origin.phrase) replaces it"
    case .tagsDisabled: "inbounds have no tags"
    case .builtinGateway: "a builtin gateway has the tags of its annotation \(KumaKey.tags)"
    case .providedGateway: "a provided gateway has the name of its Deployment as its only tag"
    }
  }
}
