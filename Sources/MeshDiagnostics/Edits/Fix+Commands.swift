import KubernetesObjects
import MeshMapping

extension Fix {
  /// The commands that do in a cluster what the edits do in files, in the order in which they are run; empty where there are none: a Pod
  /// that nothing makes, or a Job, is deleted and created anew from its file.
  ///
  /// They are safe to print, and to run in a shell of POSIX.
  public var commands: [String] {
    var commands: [String] = []
    // A template that changes makes its Pods anew at once, and they are created by what their Namespace says then.
    let groups = edits.groupedByObject
    let isOfNamespace = { (edits: [Edit]) in edits[0].field.object.kind == Namespace.kind }
    for edits in groups.filter(isOfNamespace) + groups.filter({ !isOfNamespace($0) }) {
      guard let command = edits.command else { return [] }
      commands.append(command)
    }
    return commands + restarts.compactMap(\.restartCommand)
  }
}

extension [Edit] {
  /// The edits of each object together, in the order in which the objects come.
  fileprivate var groupedByObject: [[Edit]] {
    var groups: [[Edit]] = []
    for edit in self {
      if let index = groups.firstIndex(where: { $0[0].field.object == edit.field.object }) {
        groups[index].append(edit)
      } else {
        groups.append([edit])
      }
    }
    return groups
  }

  /// The command that makes the edits of one object; nil where there is none.
  fileprivate var command: String? {
    guard let object = first?.field.object else { return nil }
    // Their templates cannot be changed once they are there.
    if [Pod.kind, Job.kind, ReplicaSet.kind].contains(object.kind) { return nil }
    let place = object.namespace.isEmpty ? "" : " -n \(object.namespace.quotedForShell)"
    let name = "\(object.resource) \(object.name.quotedForShell)\(place)"
    if let pairs = pairs(below: "labels") { return "kubectl label \(name) \(pairs) --overwrite" }
    if let pairs = pairs(below: "annotations") { return "kubectl annotate \(name) \(pairs) --overwrite" }
    if contains(where: { $0.field.path.steps.contains { if case .index = $0 { true } else { false } } }) {
      let operations = operations.joined(separator: ",")
      return "kubectl patch \(name) --type json -p \("[\(operations)]".quotedForShell)"
    }
    return "kubectl patch \(name) --type merge -p \(mergePatch.json.quotedForShell)"
  }

  /// The edits as `kubectl label` and `kubectl annotate` take them; nil where one is of something else.
  private func pairs(below field: DocumentPath.Step) -> String? {
    var pairs: [String] = []
    for edit in self {
      let steps = edit.field.path.steps
      guard steps.count == 3, steps[0] == "metadata", steps[1] == field, case .key(let key) = steps[2] else { return nil }
      switch edit.change {
      case .string(let value): pairs.append("\(key.string)=\(value.string)".quotedForShell)
      case .removed: pairs.append("\(key.string)-".quotedForShell)
      case .number: return nil
      }
    }
    return pairs.joined(separator: " ")
  }

  /// The edits as operations of a JSON patch. The parent of what is added must be there, so that a port is added to the list of its
  /// container as a whole, and the first one with the list.
  private var operations: [String] {
    var lists: Set<DocumentPath> = []
    return flatMap { edit -> [String] in
      guard let port = edit.declaredPort else { return [edit.operation] }
      guard lists.insert(port.list).inserted else { return [] }
      let ports = compactMap(\.declaredPort).filter { $0.list == port.list }
      let entries = ports.map { #"{"containerPort":\#($0.number)}"# }
      let isFirst = ports.contains { $0.index == 0 }
      return isFirst
        ? [Self.addition("[\(entries.joined(separator: ","))]", at: port.list.pointer)]
        : entries.map { Self.addition($0, at: port.list.pointer + "/-") }
    }
  }

  private static func addition(_ value: String, at pointer: String) -> String {
    #"{"op":"add","path":\#(Patch.quoted(pointer)),"value":\#(value)}"#
  }

  /// The edits as a merge patch.
  private var mergePatch: Patch {
    var patch = Patch.object([])
    for edit in self { patch.set(edit.change, at: edit.field.path.steps[...]) }
    return patch
  }
}

extension Edit {
  /// The edit as an operation of a JSON patch. What is there already is replaced by an addition.
  fileprivate var operation: String {
    let path = Patch.quoted(field.path.pointer)
    return switch change {
    case .removed: #"{"op":"remove","path":\#(path)}"#
    case .string(let value): #"{"op":"add","path":\#(path),"value":\#(Patch.quoted(value.string))}"#
    case .number(let number): #"{"op":"add","path":\#(path),"value":\#(number)}"#
    }
  }
}

extension Edit {
  /// A port that the edit declares in a container: the list of its ports, its place there, and its number. No edit changes the number of
  /// one that is declared already.
  fileprivate var declaredPort: (list: DocumentPath, index: Int, number: Int)? {
    let steps = field.path.steps
    guard steps.last == "containerPort", case .index(let index)? = steps.dropLast().last, case .number(let number) = change
    else { return nil }
    return (DocumentPath(Array(steps.dropLast(2))), index, number)
  }
}

extension DocumentPath {
  /// The path as a JSON pointer.
  fileprivate var pointer: String {
    steps.map { step in
      switch step {
      case .key(let key): "/\(key.string.replacing("~", with: "~0").replacing("/", with: "~1"))"
      case .index(let index): "/\(index)"
      }
    }
    .joined()
  }
}

/// A merge patch: objects whose members are what becomes of fields.
private indirect enum Patch {
  case object([(key: String, value: Patch)])
  case change(Edit.Change)

  mutating func set(_ change: Edit.Change, at path: ArraySlice<DocumentPath.Step>) {
    guard case .key(let key)? = path.first else {
      self = .change(change)
      return
    }
    var members: [(key: String, value: Patch)] = if case .object(let members) = self { members } else { [] }
    let index = members.firstIndex { $0.key.utf8.elementsEqual(key.string.utf8) } ?? members.count
    if index == members.count { members.append((key.string, .object([]))) }
    members[index].value.set(change, at: path.dropFirst())
    self = .object(members)
  }

  var json: String {
    switch self {
    case .object(let members): "{\(members.map { "\(Self.quoted($0.key)):\($0.value.json)" }.joined(separator: ","))}"
    case .change(.string(let value)): Self.quoted(value.string)
    case .change(.number(let number)): "\(number)"
    case .change(.removed): "null"
    }
  }

  /// A string as JSON, all of it printable.
  static func quoted(_ string: String) -> String {
    var quoted = "\""
    for unit in string.utf16 {
      switch unit {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x20...0x7E: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: unit)))
      default:
        let digits = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}

extension ObjectReference {
  /// The kind as `kubectl` takes it: with its group, where it is of none that everybody has.
  fileprivate var resource: String {
    let known = ["", "apps", "batch"].contains { $0.utf8.elementsEqual(apiGroup.utf8) }
    return (known ? kind.lowercased() : "\(kind.lowercased()).\(apiGroup)").quotedForShell
  }
}
