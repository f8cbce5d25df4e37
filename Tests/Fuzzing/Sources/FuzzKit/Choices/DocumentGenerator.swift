/// Documents of a small cluster, made by decisions: what `kubectl` would print of it, and now and then a field that is not what it
/// should be.
struct DocumentGenerator {
  var choices: Choices

  /// A list of the objects of a cluster.
  mutating func document() -> [UInt8] {
    JSONValue.object([("apiVersion", "v1"), ("kind", "List"), ("items", .array(objects()))]).bytes
  }

  /// The objects of a cluster: some Namespaces, and what is in them.
  mutating func objects() -> [JSONValue] {
    let namespaces = 1 + choices.below(2)
    var objects = (0..<namespaces).map { namespace(Words.namespaces[$0]) }
    objects += choices.some(upTo: 3) { _, _ in () }.map { service() }
    objects += (0..<(1 + choices.below(3))).map { pod("\(Words.names[choices.below(3)])-\($0)") }
    objects += choices.some(upTo: 3) { _, _ in () }.map { other() }
    return objects
  }

  /// An object of any kind, as an event has it.
  mutating func object() -> JSONValue {
    switch choices.below(6) {
    case 0, 1: pod("\(choices.pick(Words.names))-\(choices.below(3))")
    case 2, 3: service()
    case 4: namespace(choices.pick(Words.namespaces))
    default: other()
    }
  }

  /// A value in the place of a field: nearly always the one that is wanted.
  mutating func field(_ key: String, _ value: JSONValue) -> (key: String, value: JSONValue) {
    guard choices.happens(oneIn: 251) else { return (key, value) }
    let wrong = [
      "null", "\"x\"", "-1", "99999999999999999999", "[]", "{}", "true", "1.5", "[null]", "{\"a\":null}", "1e400",
    ]
    return (key, .written(choices.pick(wrong)))
  }

  mutating func map(_ keys: [String], _ values: [String], upTo most: Int) -> [(key: String, value: JSONValue)] {
    choices.some(upTo: most) { choices, _ in (choices.pick(keys), .string(choices.pick(values))) }
  }

  mutating func metadata(
    _ name: String,
    namespace: String?,
    labels: [(key: String, value: JSONValue)] = [],
    annotations: [(key: String, value: JSONValue)] = [],
    owners: [JSONValue] = []
  ) -> (key: String, value: JSONValue) {
    var members = [field("name", .string(choices.happens(oneIn: 61) ? choices.pick(Words.hostile) : name))]
    if let namespace { members.append(field("namespace", .string(namespace))) }
    members.append(field("uid", .string(choices.pick(Words.uids))))
    if !labels.isEmpty { members.append(field("labels", .object(labels))) }
    if !annotations.isEmpty { members.append(field("annotations", .object(annotations))) }
    if !owners.isEmpty { members.append(field("ownerReferences", .array(owners))) }
    if choices.happens(oneIn: 31) { members.append(("deletionTimestamp", "2024-01-01T00:00:00Z")) }
    return field("metadata", .object(members))
  }

  mutating func object(
    _ apiVersion: String,
    _ kind: String,
    _ fields: [(key: String, value: JSONValue)]
  ) -> JSONValue {
    .object([field("apiVersion", .string(apiVersion)), field("kind", .string(kind))] + fields)
  }

  mutating func namespace(_ name: String) -> JSONValue {
    let labels = map(["kuma.io/sidecar-injection", "kuma.io/mesh", "app"], Words.switches + Words.meshes, upTo: 2)
    let annotations = map(["kuma.io/sidecar-injection", "kuma.io/mesh"], Words.switches + Words.meshes, upTo: 1)
    let phase = choices.pick(["Active", "Active", "Active", "Terminating", ""])
    return object(
      "v1", "Namespace",
      [
        metadata(name, namespace: nil, labels: labels, annotations: annotations),
        field("status", .object([field("phase", .string(phase))])),
      ])
  }

  mutating func annotations(upTo most: Int) -> [(key: String, value: JSONValue)] {
    choices.some(upTo: most) { choices, _ in
      let annotation = choices.pick(Words.annotations)
      let value = choices.happens(oneIn: 17) ? choices.pick(Words.hostile) : choices.pick(annotation.values)
      return (annotation.key, .string(value))
    }
  }
}
