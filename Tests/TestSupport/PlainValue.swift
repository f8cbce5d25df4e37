import Foundation

/// A document as a plain value, and what becomes of it by an edit: what editors of text are held against.
public indirect enum PlainValue: Hashable, Sendable {
  case null
  case word(Bool)
  case number(Int)
  case string(String)
  case list([PlainValue])
  case mapping([String: PlainValue])

  /// A key or the position of an element.
  public enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// What a field becomes.
  public enum Change: Hashable, Sendable {
    case string(String)
    case number(Int)
    case removed
  }

  /// The value that a document of JSON is; nil where it is none.
  public init?(json: [UInt8]) {
    guard let value = try? JSONDecoder().decode(PlainValue.self, from: Data(json)) else { return nil }
    self = value
  }

  /// The value with a field that was changed; nil where it has another form than the path needs. Mappings that hold nothing else go with
  /// what is removed.
  public func edited(_ path: some Collection<Step>, _ change: Change) -> PlainValue? {
    guard let step = path.first else {
      switch (self, change) {
      case (.list, _), (.mapping, _), (_, .removed): return nil
      case (_, .string(let string)): return .string(string)
      case (_, .number(let number)): return .number(number)
      }
    }
    let rest = path.dropFirst()
    switch (self, step) {
    case (.mapping(var map), .key(let key)):
      guard change != .removed else {
        guard let value = map[key] else { return self }
        if rest.isEmpty {
          map[key] = nil
        } else {
          guard let left = value.edited(rest, .removed) else { return nil }
          // A mapping goes with the last of its keys.
          map[key] = left == .mapping([:]) && value != left ? nil : left
        }
        return .mapping(map)
      }
      guard let value = (map[key] ?? .null).edited(rest, change) else { return nil }
      map[key] = value
      return .mapping(map)
    case (.list(var list), .index(let index)):
      guard index < list.count else {
        guard index == list.count, change != .removed, let value = PlainValue.null.edited(rest, change) else {
          return change == .removed ? self : nil
        }
        return .list(list + [value])
      }
      if rest.isEmpty, change == .removed {
        list.remove(at: index)
      } else {
        guard let value = list[index].edited(rest, change) else { return nil }
        list[index] = value
      }
      return .list(list)
    case (.null, .key) where change != .removed: return PlainValue.mapping([:]).edited(path, change)
    case (.null, .index) where change != .removed: return PlainValue.list([]).edited(path, change)
    case (.null, _): return self
    default: return nil
    }
  }

  /// A path into the value by numbers that a generator gives: mostly to what is there, now and then further.
  public func path(_ next: (Int) -> Int, keys: [String]) -> [Step] {
    let isFurther = next(5) == 0
    switch self {
    case .mapping(let map):
      let key = isFurther || map.isEmpty ? keys[next(keys.count)] : map.keys.sorted()[next(map.count)]
      return [.key(key)] + (next(4) == 0 ? [] : map[key]?.path(next, keys: keys) ?? [])
    case .list(let list):
      let index = isFurther || list.isEmpty ? list.count : next(list.count)
      guard list.indices.contains(index) else { return [.index(index), .key(keys[next(keys.count)])] }
      return [.index(index)] + list[index].path(next, keys: keys)
    default: return next(6) == 0 ? [.key(keys[next(keys.count)])] : []
    }
  }
}

extension PlainValue: Decodable {
  /// Decodes whatever JSON has.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let word = try? value.decode(Bool.self) {
      self = .word(word)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let list = try? value.decode([PlainValue].self) {
      self = .list(list)
    } else {
      self = .mapping(try value.decode([String: PlainValue].self))
    }
  }
}
