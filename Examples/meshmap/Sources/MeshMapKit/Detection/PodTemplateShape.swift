import KubernetesObjects

/// The Pods, or templates of Pods, in objects of kinds that nobody here knows: what has `spec.containers` in it, as Pods have.
enum PodTemplateShape {
  /// The path to the first of them in the object at which a decoder stands, e.g. `spec.podTemplate` or `spec.pods[0]`; nil where there is
  /// none, and for kinds of Kubernetes itself, which make Pods only where they are known.
  static func path(in decoder: any Decoder, _ type: ObjectType) -> String? {
    guard type.apiGroup.contains("."), !type.apiGroup.hasSuffix(".k8s.io"), type.apiGroup != "kuma.io",
      let object = try? decoder.container(keyedBy: AnyKey.self),
      let spec = try? object.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey("spec"))
    else { return nil }
    return path(in: spec, at: "spec", depth: 0)
  }

  /// How many objects may stand around one that is found.
  private static let deepest = 4

  private static func path(in object: KeyedDecodingContainer<AnyKey>, at path: String, depth: Int) -> String? {
    guard depth < deepest else { return nil }
    for key in object.allKeys.sorted(by: { ExactString($0.stringValue) < ExactString($1.stringValue) }) {
      let place = "\(path).\(key.stringValue)"
      if let child = try? object.nestedContainer(keyedBy: AnyKey.self, forKey: key) {
        if isPod(child) { return place }
        if let found = Self.path(in: child, at: place, depth: depth + 1) { return found }
      } else if var list = try? object.nestedUnkeyedContainer(forKey: key),
        let first = try? list.nestedContainer(keyedBy: AnyKey.self)
      {
        if isPod(first) { return "\(place)[0]" }
        if let found = Self.path(in: first, at: "\(place)[0]", depth: depth + 1) { return found }
      }
    }
    return nil
  }

  /// Whether an object has a list of containers where Pods have it.
  private static func isPod(_ object: KeyedDecodingContainer<AnyKey>) -> Bool {
    guard let spec = try? object.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey("spec")),
      var containers = try? spec.nestedUnkeyedContainer(forKey: AnyKey("containers")),
      let first = try? containers.nestedContainer(keyedBy: AnyKey.self)
    else { return false }
    return first.contains(AnyKey("name"))
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ string: String) { stringValue = string }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}
