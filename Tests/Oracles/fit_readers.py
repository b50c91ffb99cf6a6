"""FIT workouts read by three tools that nobody here wrote: Garmin's SDK, fitdecode and fitparse.

Each gives the same plain form: a name, a sport and steps as dictionaries of raw numbers.
"""

import io

import fitdecode
import fitparse
import garmin_fit_sdk


def by_garmin(data):
    def decoder():
        return garmin_fit_sdk.Decoder(garmin_fit_sdk.Stream.from_byte_array(bytearray(data)))

    assert decoder().is_fit() and decoder().check_integrity(), "Garmin's SDK calls the file broken"
    messages, errors = decoder().read(apply_scale_and_offset=False, expand_sub_fields=False, merge_heart_rates=False)
    assert not errors, errors
    workout = messages["workout_mesgs"][0]
    assert messages["file_id_mesgs"][0]["type"] == "workout", messages["file_id_mesgs"]
    steps = [
        {
            "index": step["message_index"], "name": step.get("wkt_step_name"), "duration_type": step["duration_type"],
            "duration_value": step["duration_value"], "target_type": step["target_type"],
            "target_value": step["target_value"], "low": step.get("custom_target_value_low"),
            "high": step.get("custom_target_value_high"), "intensity": step["intensity"],
        }
        for step in messages["workout_step_mesgs"]
    ]
    return {"name": workout["wkt_name"], "sport": workout["sport"], "count": workout["num_valid_steps"], "steps": steps}


def by_fitdecode(data):
    result = {"steps": []}
    with fitdecode.FitReader(io.BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        for frame in reader:
            if frame.frame_type != fitdecode.FIT_FRAME_DATA:
                continue
            take(result, frame.name, {field.def_num: field for field in frame.fields})
    return result


def by_fitparse(data):
    result = {"steps": []}
    for message in fitparse.FitFile(io.BytesIO(data), check_crc=True).get_messages():
        take(result, message.name, {field.def_num: field for field in message.fields if field.def_num is not None})
    return result


def take(result, name, fields):
    def raw(number):
        return fields[number].raw_value if number in fields else None

    def text(number):
        value = raw(number)
        return value.decode("utf-8").rstrip("\0") if isinstance(value, bytes) else value

    if name == "workout":
        result |= {"name": text(8), "sport": fields[4].value, "count": raw(6)}
    if name == "workout_step":
        result["steps"].append({
            "index": raw(254), "name": text(0), "duration_type": fields[1].value, "duration_value": raw(2),
            "target_type": fields[3].value, "target_value": raw(4), "low": raw(5), "high": raw(6),
            "intensity": fields[7].value,
        })


READERS = {"Garmin's SDK": by_garmin, "fitdecode": by_fitdecode, "fitparse": by_fitparse}
