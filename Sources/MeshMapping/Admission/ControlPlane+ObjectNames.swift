import KubernetesObjects

extension ControlPlane {
  /// What the control plane refuses in a Mesh object when it is created or changed (VALID-15); nil where that is nothing. Mapping
  /// does not ask: a Mesh that exists stays.
  public func problem(of mesh: Mesh) -> ValidationProblem? {
    isAllowedForAnObject(mesh.name) ? nil : ValidationProblem(path: "name", kind: .objectName(ExactString(mesh.name)))
  }

  private func isAllowedForAnObject(_ name: String) -> Bool {
    rules.validation.objectNames == .notLookedAt || DNSName.isRFC1035Label(name)
  }
}
