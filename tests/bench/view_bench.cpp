// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of each view takes, drawn to its end: the hall by OpenGL into a framebuffer, the rest by the
// processor into an image. Whatever driver the machine has: its name stands above the table.
#include "app/files/builtin.h"
#include "model/evaluate.h"
#include "views/charts/run_strips.h"
#include "views/fabric/fabric_view.h"
#include "views/matrix/matrix_picture.h"
#include "views/panels/timeline_track.h"
#include "views/scene/gl_context.h"
#include "views/scene/gl_layer.h"
#include "views/scene/picking.h"
#include "views/scene/render_thread.h"
#include "views/scene/renderer.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QImage>

#include <GL/gl.h>
#include <benchmark/benchmark.h>

namespace supernode {
namespace {

constexpr double timeScale = 2e-5; // model seconds per second on screen

OutcomePtr allToAll() { return *evaluate(*builtinScenario("all-to-all")); }

// As after a click: the wiring is that of the answer before.
OutcomePtr withoutPlane(const OutcomePtr& before) {
    return *evaluate(withChange(before->scenario, Fail{"plane 3"}), before.get());
}

StatePtr stateIn(const OutcomePtr& outcome, const SceneInstances& instances) {
    const Interval& interval = outcome->intervals.front();
    return stateOf(instances, outcome->state, channelUtilization(*outcome, interval), interval.payload());
}

// The hall from its home, for a picture of the given size.
class Hall {
public:
    Hall(benchmark::State& state, Hands hands)
        : m_width(pixels(state.range(0), hands)), m_height(pixels(state.range(1), hands)),
          m_current(context()), m_renderer(HallRenderer::create().value()), m_target(m_width, m_height) {
        whole = allToAll();
        frame.instances = instancesOf(whole->fabric, {});
        frame.state = stateIn(whole, *frame.instances);
        frame.plan = planParticles(*frame.instances, *frame.state, timeScale,
                                   static_cast<std::size_t>(state.range(2)));
        frame.hands = hands;
        frame.colours = sceneColours(darkTheme());
        frame.camera =
            homeCamera(*frame.instances, static_cast<float>(m_width) / static_cast<float>(m_height));
        state.counters["dots"] = static_cast<double>(frame.plan->dots.size());
        draw(); // what stands, once
    }
    void draw() {
        m_renderer->render(frame, m_width, m_height, m_target.framebuffer(), Flip::None);
        glFinish();
    }

    static GlContext& context() {
        static const std::unique_ptr<GlContext> made = GlContext::make().value();
        return *made;
    }

    SceneFrame frame;
    OutcomePtr whole;

private:
    static int pixels(std::int64_t shown, Hands hands) {
        return static_cast<int>(static_cast<double>(shown) * shareOfPixels(hands, context().driver()));
    }

    int m_width, m_height;
    GlCurrent m_current;
    std::unique_ptr<HallRenderer> m_renderer;
    GlLayer m_target;
};

void hallResting(benchmark::State& state) {
    Hall hall(state, Hands::Resting);
    for (auto _ : state) {
        hall.frame.seconds += 1.0 / 60;
        hall.draw();
    }
}

void hallMoving(benchmark::State& state) {
    Hall hall(state, Hands::Moving);
    for (auto _ : state) {
        hall.frame.seconds += 1.0 / 60;
        hall.frame.camera = orbited(hall.frame.camera, 3, 0);
        hall.draw();
    }
}

// Every frame other colours on every link.
void hallRecoloured(benchmark::State& state) {
    Hall hall(state, Hands::Watching);
    const StatePtr states[] = {hall.frame.state, stateIn(withoutPlane(hall.whole), *hall.frame.instances)};
    for (std::size_t i = 0; auto _ : state) {
        hall.frame.seconds += 1.0 / 60;
        hall.frame.state = states[++i % 2];
        hall.draw();
    }
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Args({884, 554, 1600})->Args({1280, 800, 1600})->Args({1280, 800, 20'000});
    bench->Args({1920, 1080, 1600})->Args({3840, 2160, 100'000});
    bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}
BENCHMARK(hallResting)->Apply(sizes);
BENCHMARK(hallMoving)->Apply(sizes);
BENCHMARK(hallRecoloured)->Apply(sizes);

void picking(benchmark::State& state) {
    const OutcomePtr outcome = allToAll();
    const InstancesPtr instances = instancesOf(outcome->fabric, {});
    const Viewport view{1280, 800};
    const Camera camera = homeCamera(*instances, 1.6f);
    for (int i = 0; auto _ : state) {
        ++i;
        benchmark::DoNotOptimize(pick(*instances, camera, view, static_cast<float>(i * 37 % 1280),
                                      static_cast<float>(i * 53 % 800)));
    }
}
BENCHMARK(picking)->Unit(benchmark::kMicrosecond);

QImage screen(QSize size) { return {size, QImage::Format_RGB32}; }

FabricView* ringsOf(const OutcomePtr& outcome, QSize size) {
    auto* view = new FabricView;
    view->resize(size);
    view->setOutcome(outcome);
    view->setTimeScale(timeScale);
    return view;
}

// Only the dots move.
void ringsFrame(benchmark::State& state) {
    const OutcomePtr outcome = allToAll();
    const std::unique_ptr<FabricView> view(ringsOf(outcome, {884, 554}));
    QImage image = screen(view->size());
    view->render(&image);
    for (int i = 0; auto _ : state) {
        view->setTime(outcome->end * (static_cast<double>(++i % 100) / 100));
        view->render(&image);
    }
}
BENCHMARK(ringsFrame)->Unit(benchmark::kMillisecond);

// Another answer, with the ways of a die lit.
void ringsAnswer(benchmark::State& state) {
    const OutcomePtr whole = allToAll(), answers[] = {whole, withoutPlane(whole)};
    const std::unique_ptr<FabricView> view(ringsOf(answers[0], {884, 554}));
    view->setSelection({*answers[0]->fabric->find("node 18 npu 2 die 1")});
    QImage image = screen(view->size());
    for (std::size_t i = 0; auto _ : state) {
        view->setOutcome(answers[++i % 2]);
        view->render(&image);
    }
}
BENCHMARK(ringsAnswer)->Unit(benchmark::kMillisecond);

void matrixOfDies(benchmark::State& state) {
    const OutcomePtr outcome = allToAll();
    for (auto _ : state) {
        const MatrixPtr picture = matrixOf(*outcome, outcome->phases.front(), Fold::Endpoint);
        benchmark::DoNotOptimize(textureOf(*picture, ColourScale::Linear, QRectF(0, 0, 768, 768), {440, 440},
                                           {Ground::Dark, qRgb(0, 0, 0)}));
    }
}
BENCHMARK(matrixOfDies)->Unit(benchmark::kMillisecond);

// The curves over the timeline follow the playhead.
void curvesTick(benchmark::State& state) {
    const OutcomePtr outcome = allToAll();
    TimelineTrack track;
    track.resize(600, 80);
    track.setOutcome(outcome);
    RunStrips strips(track);
    strips.resize(884, 140);
    strips.setOutcome(outcome, nullptr);
    track.show();
    strips.show();
    QApplication::processEvents();
    QImage image = screen(strips.size());
    strips.render(&image);
    for (int i = 0; auto _ : state) {
        strips.setPlayhead(outcome->end * (static_cast<double>(++i % 100) / 100));
        strips.render(&image);
    }
}
BENCHMARK(curvesTick)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace supernode

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::AddCustomContext("OpenGL", supernode::Hall::context().driver().renderer);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
