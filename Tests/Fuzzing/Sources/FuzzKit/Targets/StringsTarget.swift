import KubernetesObjects
import KubernetesYAML
import MeshMapping

/// Strings that somebody writes for a name, a release, a path or the value of an annotation.
enum StringsTarget {
  static func run(_ input: [UInt8]) throws {
    let string = String(decoding: input.dropFirst(2), as: UTF8.self)
    try readNames(string)
    var choices = Choices(Array(input.prefix(2)))
    try readValue(string)
    try readAnnotations(string, &choices)
  }

  private static func readNames(_ string: String) throws {
    if let name = try result(of: { try ServiceName(parsing: string) }) {
      try BrokenProperty.unless("\(name)" == string, "a service name is written as it was read", "\(name)")
    }
    _ = try result(of: { try ObjectName(parsing: string) })
    if let release = try result(of: { try KumaRelease(parsing: string) }) {
      let again = try KumaRelease(parsing: "\(release)")
      try BrokenProperty.unless(again == release, "a release is written as it is read", "\(release)")
    }
    if let version = KubernetesVersion(string) {
      try BrokenProperty.unless(KubernetesVersion("\(version)") == version, "a version is written as it is read", string)
    }
    if let path = DocumentPath(parsing: string) { _ = path.appending(path) }
    try Printed.check(SafePrinting.quoted(string), "a quoted string")
    try Printed.check(SafePrinting.plain(string), "a plain string")
  }

  /// What is read; nil where it is refused, for which the reason is safe to print.
  private static func result<Value>(of read: () throws -> Value) throws -> Value? {
    switch Result(catching: read) {
    case .success(let value): return value
    case .failure(let error):
      try Printed.check("\(error)", "an error")
      return nil
    }
  }

  private static func readValue(_ string: String) throws {
    _ = YAMLScalar(plain: string).jsonKey
    _ = YAMLScalar(word: string)
    _ = try result(of: { try YAMLValue(parsing: string) })
    var writer = YAMLWriter()
    writer.beginMapping()
    writer.writeKey(string)
    writer.write(string)
    writer.endMapping()
    let documents = try YAMLDocument.documents(in: writer.bytes)
    let entry = documents.first?.root.entries.first
    try BrokenProperty.unless(
      documents.count == 1 && entry.map { Array($0.key.string.utf8) } == Array(string.utf8)
        && entry?.value.scalar == .string(YAMLString(string)),
      "a string that is written is read again", writer.string.debugDescription)
  }

  /// The string as the value of an annotation, under a release.
  private static func readAnnotations(_ string: String, _ choices: inout Choices) throws {
    let kuma = ControlPlane(release: choices.release())
    let annotation = choices.pick(Words.annotations).key
    let pod = Pod(
      metadata: ObjectMeta(
        name: "web", namespace: "a", labels: ["app": "web"],
        annotations: [
          "kuma.io/sidecar-injected": "true", "kuma.io/transparent-proxying": "enabled", annotation: string,
        ]),
      spec: PodSpec(containers: [
        Container(
          name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)],
          httpProbes: [HTTPProbe(.liveness, port: 8080)])
      ]),
      status: PodStatus(phase: "Running", podIP: "10.0.0.1"))
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "a", annotations: [annotation: string]), selector: ["app": "web"],
      ports: [ServicePort(name: "http", port: 80, targetPort: 8080)])
    let namespace = Namespace(metadata: ObjectMeta(name: "a", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let objects: [KubernetesObject] = [.namespace(namespace), .service(service), .pod(pod)]
    try Answers(Cluster(objects.map(ClusterObject.kubernetes), under: kuma)).check()
  }
}
