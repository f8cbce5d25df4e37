import KubernetesObjects

extension DataplaneRefusal {
  /// The refusal as a sentence that says what to do, safe to print.
  public var message: String {
    switch self {
    case .invalid(let problems):
      "Kuma refuses the Dataplane: \(problems.map { "\($0.path) \($0.phrase)" }.joined(separator: "; "))."
    case .unmetRequirements(let mesh, let path, let tags):
      "Kuma refuses the Dataplane: \(path), which is \(tags.phrase), meets none of the requirements of Mesh \(mesh.string.printedSafely); add a tag that is required, or change the Mesh's constraints."
    case .restricted(let mesh, let path, let tags, let restriction):
      "Kuma refuses the Dataplane: \(path), which is \(tags.phrase), has what Mesh \(mesh.string.printedSafely) restricts, \(restriction.phrase); remove that tag, or change the Mesh's constraints."
    case .invalidLabel(let key, let value):
      "The API server refuses the Dataplane: label \(key.string.printedSafely) is \(value.string.quotedSafely), and a label may have 63 characters, letters, digits and -_., which begin and end with a letter or digit; choose another name."
    }
  }

  /// The refusal in the words of the validating webhook; nil where the API server itself refuses, whose words differ by its version.
  public var answer: String? {
    switch self {
    case .invalid(let problems): problems.map(\.answer).joined(separator: "; ")
    case .unmetRequirements(let mesh, _, let tags):
      "dataplane cannot be a member of mesh \(mesh.string.quotedSafely) because its tags \"\(tags.answer)\" does not fulfill any requirements defined on the Mesh"
    case .restricted(let mesh, _, let tags, let restriction):
      "dataplane cannot be a member of mesh \(mesh.string.quotedSafely) because its tags \"\(tags.answer)\" matches restricted tags \"\(restriction.answer)\" defined on the Mesh"
    case .invalidLabel: nil
    }
  }
}

extension StringMap {
  /// The entries in one line.
  fileprivate var phrase: String { isEmpty ? "empty" : answer }

  /// The entries as Kuma writes them.
  fileprivate var answer: String {
    entries.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(separator: " ")
  }
}
