import KubernetesObjects

extension ReachableBackend {
  /// The kinds of what may be reached.
  private static let kinds = ["MeshExternalService", "MeshMultiZoneService", "MeshService"]

  /// What is refused in the backend (VALID-11).
  func problems(at path: @autoclosure () -> String) -> [ValidationProblem] {
    var problems: [ValidationProblem] = []
    func add(_ field: String, _ kind: ValidationProblem.Kind) {
      problems.append(ValidationProblem(path: "\(path()).\(field)", kind: kind))
    }
    if !Self.kinds.contains(where: { $0.utf8.elementsEqual(kind.utf8) }) { add("kind", .backendKind(ExactString(kind))) }
    if !name.isEmpty, !DNSName.isSubdomain(name) { add("name", .backendName(ExactString(name))) }
    if name.isEmpty {
      if !namespace.isEmpty {
        add("name", .backendNamespaceOnly)
      } else if labels.isEmpty {
        add("name", .backendUnnamed)
      }
    }
    if !name.isEmpty || !namespace.isEmpty, !labels.isEmpty { add("labels", .backendNamedTwice) }
    return problems
  }
}
