import KubernetesJSON
import KubernetesObjects

extension ControlPlane {
  /// Whether a Pod is one that Kuma runs a gateway in (GW-6).
  func isBuiltinGateway(_ pod: Pod) -> Bool {
    rules.gateway.builtin == .read && pod.metadata.annotations[KumaKey.gateway] == "builtin"
  }

  /// The gateway of a Pod that Kuma runs one in (GW-7).
  ///
  /// - Throws: ``MappingFailure`` where the annotation of its tags is missing or cannot be read.
  func builtinGateway(of pod: Pod) throws(MappingFailure) -> Dataplane.Gateway {
    guard let value = pod.metadata.annotations[KumaKey.tags] else {
      throw .missingGatewayTags(key: ExactString(KumaKey.tags))
    }
    let evidence = Evidence(.podAnnotation, key: KumaKey.tags, value: value)
    guard let annotated = Self.annotatedTags(value) else { throw .unreadableGatewayTags(evidence) }
    var tags = annotated.map ?? StringMap()
    if annotated.map == nil {
      if rules.gateway.nullTags == .refused { throw .unreadableGatewayTags(evidence) }
      if !zone.isEmpty { throw .controlPlaneCrash(.nullGatewayTags) }
    }
    if !zone.isEmpty { tags[KumaKey.zoneTag] = nil }
    var all = tags.map { KumaTag(key: $0.key, value: $0.value, origin: .gatewayAnnotation) }
    if !zone.isEmpty { all.append(KumaTag(key: KumaKey.zoneTag, value: zone, origin: .zoneSetting)) }
    return Dataplane.Gateway(type: .builtin, tags: Tags(all))
  }

  /// The tags that an annotation holds as JSON; an absent map stands for `null`. Nil where it holds no such thing.
  private static func annotatedTags(_ value: String) -> AnnotatedTags? {
    do {
      return try JSONReader.decode(AnnotatedTags.self, from: value.utf8)
    } catch {
      // Whatever is wrong with it, the control plane says only that something is.
      return nil
    }
  }
}

/// What the annotation of tags holds: a map of strings, or null.
private struct AnnotatedTags: Decodable {
  let map: StringMap?

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    map = value.decodeNil() ? nil : try value.decode(StringMap.self)
  }
}
