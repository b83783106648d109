#include "size_axis.h"

#include <math.h>

#include "scale.h"

static const double heap = 0.06; /* of the greatest: the middle one below that lies in a heap */
enum { FEWEST_FOR_HEAP = 3, LINES_MIN = 3, LINES_MAX = 7, STEPS = 3 };
static const double line_room = 43; /* for the number of a line */
static const double steps[STEPS] = {1, 2, 5};

/* The greatest 1, 2 or 5 x 10^n that is not above a size. */
static double round_down(double size) {
    double power = pow(10, floor(log10(size))), found = power;
    for (int i = 0; i < STEPS; i++)
        if (steps[i] * power <= size * (1 + 1e-9))
            found = steps[i] * power;
    return found;
}

static double next_step(double size) {
    double power = pow(10, floor(log10(size * (1 + 1e-9))));
    return size / power < 1.5 ? 2 * power : size / power < 3 ? 5 * power : 10 * power;
}

/* 1, 2 and 5 of each power of ten, or where these are too many every power, every second ... */
static struct size_axis logarithmic(double least, double greatest, int lines) {
    struct size_axis axis = {.logarithmic = true, .low = round_down(least)};
    int count = 1;
    for (axis.high = axis.low; axis.high < greatest * (1 - 1e-9); count++)
        axis.high = next_step(axis.high);
    int stride = (count + STEPS * lines - 1) / (STEPS * lines);
    for (double tick = axis.low; tick < axis.high * (1 + 1e-9) && axis.tick_count<SIZE_TICKS; tick = count> lines
                                     ? tick * pow(10, stride)
                                     : next_step(tick))
        axis.ticks[axis.tick_count++] = tick;
    return axis;
}

struct size_axis size_axis_make(const double *sizes, size_t count, double room_pt) {
    double greatest = count > 0 ? sizes[count - 1] : 1;
    int lines = (int)fmax(LINES_MIN, fmin(room_pt / line_room, LINES_MAX));
    if (count >= FEWEST_FOR_HEAP && sizes[count / 2] < heap * greatest)
        return logarithmic(sizes[0], greatest, lines);
    const struct scale_range range = {
        .max = greatest, .from_zero = true, .limit = INFINITY, .lines_min = LINES_MIN, .lines_max = lines};
    struct scale scale = scale_make(range);
    struct size_axis axis = {.high = scale_high(&scale)};
    for (int i = 0; i < scale.lines && axis.tick_count < SIZE_TICKS; i++)
        axis.ticks[axis.tick_count++] = scale_tick(&scale, i);
    return axis;
}

double size_axis_part(const struct size_axis *axis, double size) {
    if (axis->logarithmic)
        return size <= axis->low ? 0 : log(size / axis->low) / log(axis->high / axis->low);
    return size / axis->high;
}

double size_axis_at(const struct size_axis *axis, double part) {
    return axis->logarithmic ? axis->low * pow(axis->high / axis->low, part) : axis->high * part;
}
