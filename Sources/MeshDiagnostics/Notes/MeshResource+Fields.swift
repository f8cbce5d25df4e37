import KubernetesObjects
import MeshMapping

extension MeshResource {
  /// A field, with its path in the object.
  struct Field: Sendable {
    let path: DocumentPath
    let value: FieldValue

    /// The field as what shows something.
    var sight: NoteSight {
      switch value {
      case .string(let string): NoteSight(path, .value(string))
      case .bool(let bool): NoteSight(path, .value("\(bool)"))
      case .integer(let integer): NoteSight(path, .value("\(integer)"))
      default: NoteSight(path, .something)
      }
    }
  }

  /// The fields that a pattern leads to, such as `to[].targetRef.kind`, which goes on from each element of the list `to`; those that are null
  /// or absent are none.
  func fields(at pattern: String) -> [Field] {
    fields.found(at: pattern, from: form.path)
  }

  /// What the fields show that a pattern leads to.
  func sights(at pattern: String, where isShown: (FieldValue) -> Bool = { _ in true }) -> [NoteSight] {
    fields(at: pattern).filter { isShown($0.value) }.map(\.sight)
  }

  /// What the object shows, where it stands in the form that the object has: what names it stands at the top in what `kumactl` prints.
  func placed(_ sights: [NoteSight]) -> [NoteSight] {
    guard form != .kubernetes else { return sights }
    return sights.map { sight in
      sight.path.steps.first == "metadata" ? NoteSight(DocumentPath(Array(sight.path.steps.dropFirst())), sight.seen) : sight
    }
  }

  /// What it shows that there is nothing at a path of keys.
  func absence(of path: String) -> NoteSight {
    let steps = path.utf8.split(separator: UInt8(ascii: ".")).map {
      DocumentPath.Step.key(ExactString(String(Substring($0))))
    }
    return NoteSight(DocumentPath(form.path.steps + steps), .nothing)
  }
}

extension FieldValue {
  /// The fields that a pattern leads to.
  func found(at pattern: String, from path: DocumentPath) -> [MeshResource.Field] {
    var found = [MeshResource.Field(path: path, value: self)]
    for part in pattern.utf8.split(separator: UInt8(ascii: ".")).map({ String(Substring($0)) }) {
      let isList = part.hasSuffix("[]")
      let key = isList ? String(part.dropLast(2)) : part
      found = found.flatMap { field -> [MeshResource.Field] in
        guard let value = field.value[key] else { return [] }
        let path = DocumentPath(field.path.steps + [.key(ExactString(key))])
        guard isList else { return [MeshResource.Field(path: path, value: value)] }
        return value.elements.enumerated().map {
          MeshResource.Field(path: DocumentPath(path.steps + [.index($0.offset)]), value: $0.element)
        }
      }
    }
    return found
  }

  /// Whether the value is one of some strings.
  func isOne(of strings: String...) -> Bool {
    strings.contains { string?.hasSameBytes(as: $0) ?? false }
  }
}
