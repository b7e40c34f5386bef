// Stands before every shader of the hall. Frame: metres; colours sRGB, blended as they are.
uniform mat4 uViewProjection;
uniform vec3 uEye;
uniform vec2 uViewport; // pixels
uniform vec3 uRamp[9];
uniform vec3 uFailed;
uniform int uColouring; // as colouring.h: by utilization, by plane, by change
uniform vec3 uBusier;
uniform vec3 uCalmer;
uniform float uFullChange; // of utilization
uniform vec3 uSky;
uniform vec3 uHorizon;
uniform vec3 uFloor;
uniform float uGlow; // 1: light adds up on a dark ground, 0: it covers a bright one

vec3 ramp(float utilization) {
    float place = clamp(utilization, 0.0, 1.0) * 8.0;
    int below = min(int(place), 7);
    return mix(uRamp[below], uRamp[below + 1], place - float(below));
}

// How strong a change against the baseline shows; as changeStrength in ramp.h.
float changeStrength(float change) {
    return sqrt(min(1.0, abs(change) / uFullChange));
}

vec3 changeColour(float change, vec3 ground) {
    return mix(ground, change > 0.0 ? uBusier : uCalmer, changeStrength(change));
}

// Less than one step of eight bits, so that soft gradients show no bands.
float dither(vec2 pixel) {
    return (fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5) / 160.0;
}
