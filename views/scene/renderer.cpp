// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/renderer.h"

#include "views/scene/gl_context.h"
#include "views/scene/gl_layer.h"
#include "views/scene/gl_program.h"
#include "views/scene/gl_table.h"
#include "views/scene/ramp.h"
#include "views/scene/scene_tables.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace supernode {
namespace {

constexpr int vertices = 18;        // of a box: the three faces that can be seen
constexpr int frontVertices = 6;    // of a box that is too flat and far away to show its sides
constexpr int outlineVertices = 30; // five faces: nobody sees the bottom
constexpr int samples = 4;
constexpr float floorReach = 14; // metres around the racks
constexpr float farAway = 5;     // metres from which a chip shows no sides
constexpr float stacksFrom = 3;  // metres from which the stacks of a die are seen

// What the standing layer shows; while it stays the same the layer is used again.
struct Standing {
    Camera camera;
    InstancesPtr instances;
    StatePtr state;
    SceneColours colours;
    Colouring colouring = Colouring::ByUtilization;
    Flip flip = Flip::None;
    float pixelRatio = 1;

    bool operator==(const Standing&) const = default;
};

// A few links stand out, hundreds must not become a wall.
float selectedOpacity(const SceneInstances& scene) {
    std::size_t selected = 0;
    for (const CurveInstance& curve : scene.curves)
        selected += curve.emphasis == Emphasis::Selected;
    return std::clamp(4.5f / std::sqrt(static_cast<float>(selected + 1)), 0.26f, 0.9f);
}

enum Unit : int { Bodies, BodyStates, Curves, CurveStates, Lanes, Slots, Depth };

} // namespace

class HallRenderer::Passes {
public:
    Passes() { glGenVertexArrays(1, &m_vertices); }
    ~Passes() { glDeleteVertexArrays(1, &m_vertices); }
    Passes(const Passes&) = delete;
    Passes& operator=(const Passes&) = delete;

    std::vector<Issue> build();
    void draw(const SceneFrame& frame, int width, int height, unsigned framebuffer, Flip flip);

private:
    void upload(const SceneFrame& frame);
    void drawLayer(bool fine);
    void drawStanding();
    void drawBackground();
    void drawFloor();
    void drawBodies(float mirror);
    void drawTrunks();
    void drawCurves(float only, float halfWidth);
    void drawDots(unsigned depth);
    void drawOutline(ElementId element, Vec3 colour, float width, unsigned depth);
    void drawMoving();
    const GlProgram& begin(std::size_t pair) const;

    std::array<GlProgram, shaderPairs.size()> m_programs;
    unsigned m_vertices =
        0; // shaders make vertices from their number; the core profile wants an array anyway
    GlTable m_bodies{GlTable::Texel::FourFloats}, m_bodyStates{GlTable::Texel::FourFloats};
    GlTable m_curves{GlTable::Texel::FourFloats}, m_curveStates{GlTable::Texel::FourFloats};
    GlTable m_lanes{GlTable::Texel::TwoFloats}, m_slots{GlTable::Texel::TwoIntegers};
    std::unique_ptr<GlLayer> m_layer, m_sampled;
    InstancesPtr m_uploadedInstances;
    StatePtr m_uploadedState;
    PlanPtr m_uploadedPlan;
    std::optional<Standing> m_cached; // in m_layer
    bool m_cachedFine = false;
    bool m_software = false; // the processor draws

    // Of the frame that is being drawn.
    const SceneFrame* m_frame = nullptr;
    Mat4 m_viewProjection;
    int m_width = 0, m_height = 0;
    Flip m_flip = Flip::None;
};

namespace {
enum Pass : std::size_t { Background, Floor, Shadow, BodyPass, CurvePass, ParticlePass, Outline };
}

std::vector<Issue> HallRenderer::Passes::build() {
    for (std::size_t i = 0; i < shaderPairs.size(); ++i) {
        Result<GlProgram> program = GlProgram::build(shaderPairs[i]);
        if (!program)
            return program.issues();
        m_programs[i] = std::move(program).value();
    }
    m_software = currentDriver().software();
    return {};
}

// A new table is uploaded once, when its part of the frame is another one.
void HallRenderer::Passes::upload(const SceneFrame& frame) {
    if (frame.instances && frame.instances != m_uploadedInstances) {
        m_bodies.upload(std::span<const Vec4>(bodyTable(*frame.instances)));
        m_curves.upload(std::span<const Vec4>(curveTable(*frame.instances)));
        m_uploadedInstances = frame.instances;
    }
    if (frame.state && frame.state != m_uploadedState) {
        m_bodyStates.upload(std::span<const Vec4>(bodyStateTable(*frame.state)));
        m_curveStates.upload(std::span<const Vec4>(curveStateTable(*frame.state)));
        m_uploadedState = frame.state;
    }
    if (frame.plan && frame.plan != m_uploadedPlan) {
        m_lanes.upload(std::span<const Pair>(laneTable(*frame.plan)));
        m_slots.upload(std::span<const Dot>(frame.plan->dots));
        m_uploadedPlan = frame.plan;
    }
}

void HallRenderer::Passes::draw(const SceneFrame& frame, int width, int height, unsigned framebuffer,
                                Flip flip) {
    m_frame = &frame;
    m_width = width;
    m_height = height;
    m_flip = flip;
    const float upward = flip == Flip::UpsideDown ? -1.0f : 1.0f;
    m_viewProjection = scaling(1, upward, 1) *
                       frame.camera.viewProjection(static_cast<float>(width) / static_cast<float>(height));
    glBindVertexArray(m_vertices);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_PROGRAM_POINT_SIZE);
    upload(frame);
    if (!m_layer || !m_layer->fits(width, height)) {
        m_layer = std::make_unique<GlLayer>(width, height);
        m_sampled.reset();
        m_cached.reset();
    }
    const Standing now{frame.camera, frame.instances, frame.state, frame.colours, frame.colouring,
                       flip,         frame.pixelRatio};
    const bool moving = frame.hands == Hands::Moving,
               fine = frame.hands == Hands::Resting || (!moving && !m_software);
    if (moving || m_cached != now || (fine && !m_cachedFine)) {
        drawLayer(fine);
        m_cached = moving ? std::nullopt : std::optional(now); // a moving camera sees thinner trunks
        m_cachedFine = fine;
    }
    m_layer->copyColourTo(framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    drawMoving();
    glBindVertexArray(0);
    glUseProgram(0);
    m_frame = nullptr;
}

void HallRenderer::Passes::drawLayer(bool fine) {
    if (fine && !m_sampled)
        m_sampled = std::make_unique<GlLayer>(m_width, m_height, samples);
    glBindFramebuffer(GL_FRAMEBUFFER, fine ? m_sampled->framebuffer() : m_layer->framebuffer());
    drawStanding();
    if (fine)
        m_sampled->resolveInto(*m_layer);
    glBindFramebuffer(GL_FRAMEBUFFER, m_layer->framebuffer());
    drawTrunks();
}

const GlProgram& HallRenderer::Passes::begin(std::size_t pair) const {
    const GlProgram& program = m_programs[pair];
    const SceneColours& colours = m_frame->colours;
    program.use();
    program.set("uViewProjection", m_viewProjection);
    program.set("uEye", m_frame->camera.eye());
    program.set("uViewport", static_cast<float>(m_width), static_cast<float>(m_height));
    program.set("uRamp", std::span<const Vec3>(utilizationRamp));
    program.set("uFailed", failedColour);
    program.set("uColouring", static_cast<int>(m_frame->colouring));
    program.set("uBusier", colours.change.busier);
    program.set("uCalmer", colours.change.calmer);
    program.set("uFullChange", fullChange);
    program.set("uSky", colours.sky);
    program.set("uHorizon", colours.horizon);
    program.set("uFloor", colours.floor);
    program.set("uGlow", colours.glow);
    return program;
}

// What is nearest comes first, so that what it hides is never coloured.
void HallRenderer::Passes::drawStanding() {
    glDepthMask(GL_TRUE);
    glClearDepth(1);
    glClear(GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    const bool empty = !m_frame->instances || !m_frame->state;
    if (!empty)
        drawBodies(1);
    drawBackground();
    if (empty)
        return;
    drawBodies(-1);
    drawFloor();
}

void HallRenderer::Passes::drawBackground() {
    constexpr int across = 20, down = 14;
    const GlProgram& background = begin(Background);
    background.set("uUpward", m_flip == Flip::UpsideDown ? -1.0f : 1.0f);
    background.set("uCells", static_cast<float>(across), static_cast<float>(down));
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 2 * (across + 1), down);
}

void HallRenderer::Passes::drawFloor() {
    const SceneInstances& scene = *m_frame->instances;
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    const GlProgram& floor = begin(Floor);
    floor.set("uReach", floorReach);
    floor.set("uRacks", scene.racks.half.x, scene.racks.half.z);
    floor.set("uGrid", m_frame->colours.grid);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);

    const GlProgram& shadow = begin(Shadow);
    m_bodies.bind(Bodies);
    shadow.set("uBodies", Bodies);
    shadow.set("uSoft", 0.55f);
    shadow.set("uStrength", m_frame->colours.glow > 0.5f ? 0.55f : 0.22f);
    glDepthMask(GL_FALSE);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<int>(scene.fabric->count(ElementKind::Rack)));
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
}

void HallRenderer::Passes::drawBodies(float mirror) {
    const SceneColours& colours = m_frame->colours;
    const GlProgram& bodies = begin(BodyPass);
    m_bodies.bind(Bodies);
    m_bodyStates.bind(BodyStates);
    bodies.set("uBodies", Bodies);
    bodies.set("uStates", BodyStates);
    bodies.set("uMirror", mirror);
    bodies.set("uRack", colours.rack);
    bodies.set("uEdge", colours.edge);
    bodies.set("uPanel", colours.panel);
    bodies.set("uIdle", colours.idle);
    // Racks, nodes and boxes come first in the table and last on screen.
    const int all = static_cast<int>(m_frame->instances->bodies.size());
    const int large = static_cast<int>(m_frame->instances->largeBodies);
    const bool far = mirror < 0 || m_frame->camera.distance > farAway;
    const bool stacks = mirror > 0 && m_frame->camera.distance < stacksFrom;
    const int small = all - (stacks ? 0 : static_cast<int>(m_frame->instances->stacks));
    bodies.set("uLast", small - 1);
    glDrawArraysInstanced(GL_TRIANGLES, 0, far ? frontVertices : vertices, small - large);
    bodies.set("uLast", large - 1);
    glDrawArraysInstanced(GL_TRIANGLES, 0, vertices, large);
}

// Ribbons are smooth by themselves and need no samples.
void HallRenderer::Passes::drawTrunks() {
    if (!m_frame->instances || !m_frame->state)
        return;
    const bool moving = m_frame->hands == Hands::Moving;
    drawCurves(-1, (moving ? 1.4f : 2.6f) * m_frame->pixelRatio);
    glDisable(GL_DEPTH_TEST);
}

void HallRenderer::Passes::drawCurves(float only, float halfWidth) {
    const int segments = m_frame->hands == Hands::Moving ? 12 : 24;
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    glDepthMask(GL_FALSE);
    const GlProgram& curves = begin(CurvePass);
    m_curves.bind(Curves);
    m_curveStates.bind(CurveStates);
    curves.set("uCurves", Curves);
    curves.set("uCurveStates", CurveStates);
    curves.set("uSegments", segments);
    curves.set("uWidth", halfWidth);
    curves.set("uOnly", only);
    curves.set("uSelected", selectedOpacity(*m_frame->instances));
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 2 * (segments + 1),
                          static_cast<int>(m_frame->instances->curves.size()));
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
}

void HallRenderer::Passes::drawDots(unsigned depth) {
    const SceneFrame& frame = *m_frame;
    if (!frame.plan || frame.plan->dots.empty())
        return;
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    const GlProgram& dots = begin(ParticlePass);
    m_curves.bind(Curves);
    m_curveStates.bind(CurveStates);
    m_lanes.bind(Lanes);
    m_slots.bind(Slots);
    glActiveTexture(GL_TEXTURE0 + Depth);
    glBindTexture(GL_TEXTURE_2D, depth);
    dots.set("uCurves", Curves);
    dots.set("uCurveStates", CurveStates);
    dots.set("uLanes", Lanes);
    dots.set("uSlots", Slots);
    dots.set("uDepth", Depth);
    dots.set("uSeconds", static_cast<float>(frame.seconds));
    dots.set("uSize", 0.011f * frame.instances->extent);
    const Viewport view{static_cast<float>(m_width), static_cast<float>(m_height)};
    dots.set("uFocal", pixelsPerMetre(frame.camera, view, 1));
    dots.set("uSizeRange", 6.0f * frame.pixelRatio, 13 * frame.pixelRatio);
    dots.set("uApart", 1.6f * frame.pixelRatio);
    dots.set("uDot", frame.colours.dot);
    glDrawArrays(GL_POINTS, 0, static_cast<int>(frame.plan->dots.size()));
    glDisable(GL_BLEND);
}

void HallRenderer::Passes::drawOutline(ElementId element, Vec3 colour, float width, unsigned depth) {
    if (element.value >= m_frame->instances->fabric->elementCount())
        return;
    const Box3 box = m_frame->instances->fabric->element(element).body;
    if (length(box.half) <= 0)
        return;
    const float around = std::min(0.02f, 0.12f * std::min(box.half.x, box.half.y));
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    const GlProgram& outline = begin(Outline);
    glActiveTexture(GL_TEXTURE0 + Depth);
    glBindTexture(GL_TEXTURE_2D, depth);
    outline.set("uDepth", Depth);
    outline.set("uCentre", box.centre);
    outline.set("uHalf", box.half + Vec3{around, around, around});
    outline.set("uLine", colour);
    outline.set("uWidth", width * m_frame->pixelRatio);
    glDrawArrays(GL_TRIANGLES, 0, outlineVertices);
    glDisable(GL_BLEND);
}

void HallRenderer::Passes::drawMoving() {
    const SceneFrame& frame = *m_frame;
    if (!frame.instances || !frame.state)
        return;
    glDisable(GL_DEPTH_TEST);
    if (frame.hover.valid())
        drawCurves(static_cast<float>(frame.hover.value), 2 * frame.pixelRatio);
    drawDots(m_layer->depthTexture());
    glEnable(GL_CULL_FACE);
    glFrontFace(m_flip == Flip::UpsideDown ? GL_CW : GL_CCW);
    drawOutline(frame.hover, frame.colours.hover, 1.2f, m_layer->depthTexture());
    static const std::vector<ElementId> nothing;
    for (const ElementId element : frame.selection ? *frame.selection : nothing)
        drawOutline(element, frame.colours.outline, 2.2f, m_layer->depthTexture());
    glDisable(GL_CULL_FACE);
}

HallRenderer::HallRenderer(std::unique_ptr<Passes> passes) : m_passes(std::move(passes)) {}
HallRenderer::~HallRenderer() = default;

Result<std::unique_ptr<HallRenderer>> HallRenderer::create() {
    auto passes = std::make_unique<Passes>();
    if (std::vector<Issue> issues = passes->build(); !issues.empty())
        return Result<std::unique_ptr<HallRenderer>>::refused(std::move(issues));
    return std::unique_ptr<HallRenderer>(new HallRenderer(std::move(passes)));
}

void HallRenderer::render(const SceneFrame& frame, int width, int height, unsigned framebuffer, Flip flip) {
    m_passes->draw(frame, width, height, framebuffer, flip);
}

} // namespace supernode
