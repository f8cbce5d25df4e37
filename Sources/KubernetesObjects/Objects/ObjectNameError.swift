/// Why a string does not name an object of a namespaced kind.
public enum ObjectNameError: Error, Sendable, Hashable {
  /// The string has this many parts between its `/`, where two are needed.
  case partCount(Int)
  /// No namespace stands before the `/`.
  case emptyNamespace
  /// No name stands after the `/`.
  case emptyName
}
