"""An operation of migrations for the beginning of a database, when many tables are made at once."""

from django.db.migrations.operations.base import Operation, OperationCategory


class CreateTables(Operation):
    """Make the tables of ``models``, a list of ``CreateModel``; any of them may name any other.

    Django's own ``CreateModel`` makes anew, for each table, the Python classes of all the tables made before it: for a
    hundred tables that is nine tenths of what ``migrate`` costs. Here the classes are made once for all.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["models"]

    def __init__(self, models):
        self.models = models

    def state_forwards(self, app_label, state):
        # The classes known so far are left out of date: the state makes them again when the first one is asked for.
        vars(state).pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "Create models " + ", ".join(model.name for model in self.models)
