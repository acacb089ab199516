// A stand-in for SwiftUI: it declares what `App/` uses of it and does nothing. `cargo xtask ios app` checks the types of the
// views against it, on Linux, where there is no SwiftUI. It proves nothing about Apple's side: a signature that is wrong here
// is wrong in the check. Signatures are those of Apple's documentation for iOS 17. What is missing here is an error in the
// check: add it.

@_exported import Foundation
@_exported import Observation

private func nothing<Value>() -> Value { fatalError("a stand-in draws nothing") }

// MARK: Views and scenes

@MainActor @preconcurrency
public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}

extension Never: View {
    public var body: Never { return nothing() }
}

public protocol Leaf: View where Body == Never {}
extension Leaf {
    public var body: Never { return nothing() }
}

@MainActor @preconcurrency
public protocol Scene {
    associatedtype Body: Scene
    @SceneBuilder @MainActor @preconcurrency var body: Body { get }
}

extension Never: Scene {}

@MainActor @preconcurrency
public protocol App {
    associatedtype Body: Scene
    @SceneBuilder @MainActor @preconcurrency var body: Body { get }
    @MainActor @preconcurrency init()
}

extension App {
    @MainActor public static func main() {}
}

@resultBuilder
public enum SceneBuilder {
    public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}

public struct WindowGroup<Content: View>: Scene {
    public init(@ViewBuilder content: () -> Content) {}
    public var body: Never { return nothing() }
}

@resultBuilder
public enum ViewBuilder {
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<repeat each Content>
    {
        TupleView()
    }
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
    public static func buildEither<First: View, Second: View>(first: First) -> Either<First, Second> { Either() }
    public static func buildEither<First: View, Second: View>(second: Second) -> Either<First, Second> { Either() }
}

public struct TupleView<each Content>: Leaf {}
public struct Either<First: View, Second: View>: Leaf {}
extension Optional: View where Wrapped: View {
    public var body: Never { return nothing() }
}

// MARK: State and environment

@propertyWrapper
public struct State<Value> {
    public init(wrappedValue: Value) {}
    public init(initialValue: Value) {}
    public var wrappedValue: Value {
        get { nothing() }
        nonmutating set {}
    }
}

extension State: Sendable where Value: Sendable {}

public struct EnvironmentValues {
    public var locale: Locale = .current
    public var layoutDirection: LayoutDirection = .leftToRight
}

public enum LayoutDirection: Hashable, CaseIterable, Sendable { case leftToRight, rightToLeft }

// MARK: What is drawn

public struct LocalizedStringKey: ExpressibleByStringInterpolation, Equatable {
    public init(_ value: String) {}
    public init(stringLiteral value: String) {}
}

public struct Text: Leaf {
    public init(_ key: LocalizedStringKey) {}
    public init(_ content: AttributedString) {}
    @_disfavoredOverload public init<S: StringProtocol>(_ content: S) {}
    public func bold() -> Text { self }
    public func font(_ font: Font?) -> Text { self }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { self }
}

public struct Image: Leaf {
    public init(systemName: String) {}
}

public struct Label<Title: View, Icon: View>: Leaf {
    public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) {}
}

extension Label where Title == Text, Icon == Image {
    public init(_ titleKey: LocalizedStringKey, systemImage name: String) {}
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, systemImage name: String) {}
}

public struct ProgressView: Leaf {
    public init() {}
    public init(_ titleKey: LocalizedStringKey) {}
}

public struct Button<Label: View>: Leaf {
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {}
}

extension Button where Label == Text {
    public init(_ titleKey: LocalizedStringKey, action: @escaping @MainActor () -> Void) {}
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {}
}

public struct Link<Label: View>: Leaf {
    public init(destination: URL, @ViewBuilder label: () -> Label) {}
}

public struct Menu<Label: View, Content: View>: Leaf {
    public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label) {}
}

public struct NavigationLink<Label: View>: Leaf {
    public init<P: Hashable>(value: P?, @ViewBuilder label: () -> Label) {}
}

// MARK: What holds other views

public struct NavigationStack<Root: View>: Leaf {
    public init(@ViewBuilder root: () -> Root) {}
}

public struct List<Content: View>: Leaf {
    public init(@ViewBuilder content: () -> Content) {}
}

public struct Section<Content: View>: Leaf {
    public init(@ViewBuilder content: () -> Content) {}
}

public struct Group<Content: View>: Leaf {
    public init(@ViewBuilder content: () -> Content) {}
}

public struct HStack<Content: View>: Leaf {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {}
}

public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content: View>: Leaf {
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content)
    {}
}

extension ForEach where Data.Element: Identifiable, ID == Data.Element.ID {
    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content) {}
}

// MARK: Styles

public struct VerticalAlignment: Sendable {
    public static let center = VerticalAlignment()
    public static let firstTextBaseline = VerticalAlignment()
}

public struct Font: Sendable {
    public static let title = Font()
    public static let headline = Font()
    public static let body = Font()
    public static let footnote = Font()
}

public protocol ShapeStyle: Sendable {}
public struct Color: ShapeStyle {}
public struct HierarchicalShapeStyle: ShapeStyle {}
extension ShapeStyle where Self == Color {
    public static var red: Color { Color() }
}
extension ShapeStyle where Self == HierarchicalShapeStyle {
    public static var secondary: HierarchicalShapeStyle { HierarchicalShapeStyle() }
}

public struct AccessibilityTraits: Sendable {
    public static let isHeader = AccessibilityTraits()
}

// MARK: Modifiers

extension View {
    public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View { self }
    public func task(
        priority: TaskPriority = .userInitiated, _ action: @escaping @Sendable @isolated(any) () async -> Void
    ) -> some View { self }
    public func refreshable(action: @escaping @Sendable () async -> Void) -> some View { self }
    public func toolbar<Content: View>(@ViewBuilder content: () -> Content) -> some View { self }
    public func navigationDestination<D: Hashable, C: View>(
        for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
    ) -> some View { self }
    public func font(_ font: Font?) -> some View { self }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { self }
    public func accessibilityHidden(_ hidden: Bool) -> some View { self }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { self }
}

// MARK: What Apple's Foundation has and that of Linux has not

public struct InlinePresentationIntent: Sendable, Hashable {
    public static let stronglyEmphasized = InlinePresentationIntent()
}

extension AttributedString {
    public var inlinePresentationIntent: InlinePresentationIntent? {
        get { nil }
        set {}
    }
    public var languageIdentifier: String? {
        get { nil }
        set {}
    }
}
