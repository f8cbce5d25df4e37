import KubernetesJSON
import KubernetesYAML

extension FileEditor.ByteSplice {
  /// What an edit replaces in a value of JSON; nil where the field is so already.
  ///
  /// - Parameters:
  ///   - edit: The edit.
  ///   - bytes: The bytes of the file.
  ///   - start: Where the value begins among them.
  init?(_ edit: JSONEdit, in bytes: [UInt8], from start: Int) throws(Unwritable) {
    let found: JSONReplacement?
    do throws(JSONEditRefusal) {
      found = try JSONReader.replacement(for: edit, in: bytes, from: start)
    } catch {
      throw .jsonPlace(error)
    }
    guard let found else { return nil }
    self.init(range: found.range, bytes: found.bytes)
  }

  /// What an edit replaces in a document of YAML, which is read again: only what is meant may differ. Nil where the field is so already.
  ///
  /// - Parameters:
  ///   - edit: The edit.
  ///   - document: The document.
  ///   - start: Where the document begins among the bytes.
  ///   - bytes: The bytes of the file.
  init?(_ edit: YAMLEdit, in document: YAMLDocument, from start: Int, of bytes: [UInt8]) throws(Unwritable) {
    let found: YAMLReplacement?
    do throws(YAMLEditRefusal) {
      found = try document.replacement(for: edit)
    } catch {
      throw .place(error)
    }
    guard let found else { return nil }
    self.init(range: (found.range.lowerBound + start)..<(found.range.upperBound + start), bytes: found.bytes)
    guard let changed = FileEditor.document(in: applied(to: bytes), from: start).flatMap({ DocumentTree($0.root) }),
      let wanted = DocumentTree(document.root)?.applying(edit.change, at: edit.path[...]), changed == wanted
    else { throw .readOtherwise }
  }
}
