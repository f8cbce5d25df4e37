package import KubernetesObjects

/// What a tool made an object of: the files that somebody edits.
package struct Making: Sendable, Hashable {
  /// The file that holds the object as it was written; nil where nobody says.
  @OptionalByteExact package var file: String?
  /// The files that say what was changed about it.
  @ByteExactList var changes: [String] = []

  /// What is said behind the place of an object, e.g. `, made of base/web.yaml`; not safe to print.
  var phrase: String {
    (file.map { ", made of \($0)" } ?? "") + (changes.isEmpty ? "" : ", changed by \(changes.joined(separator: ", "))")
  }
}
